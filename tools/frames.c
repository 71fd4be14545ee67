/* frames.c: each growable function's frame as our unwinder has it, against
   what the instructions of its prologue say.
   SPDX-License-Identifier: MIT

   usage: frames OBJDUMP IMAGE...

   Runs where the build runs, with the library's own unwind-decode.c.  What
   "OBJDUMP -d" prints is followed from each function's start: pushes,
   subtractions from rsp, rbp set.  At the return address of each call the
   rule must give the same places of return address and saved rbp.  A cold
   part has the frame of the function that jumps there.  Functions are what
   the image's marks list, and each must have one record in .pdata.

   GCC writes none for functions of sysv_abi, and a wrong one for frames that
   it aligns.  The plugin pins these, so that no move walks over them, and
   they are left out; if they are not pinned they differ.  */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rti-unwind.h"

/* Addresses count from the word with the return address, at 0.  */
struct frame
{
  int64_t sp;
  int64_t rbp;                  /* Where the frame pointer points.  */
  int64_t saved;                /* Where the caller's rbp is; 0: nowhere.  */
  bool framed;                  /* RBP holds.  */
  bool dynamic;                 /* SP is not known.  */
};

struct function
{
  uint32_t begin, end;
  char name[128];
  struct frame body;
  bool left;                    /* An epilogue was there: BODY is final.  */
  bool prologue;                /* The instruction before is of it.  */
  bool cold;
  bool pinned;
  bool aligned;                 /* By an "and" of rsp.  */
  struct function *parent;
  uint32_t eax;                 /* The constant in eax, for ___chkstk_ms.  */
  bool differs;
};

/* A call's return address, and the frame there.  */
struct point
{
  uint32_t rva;
  struct function *fn;
  bool entered;                 /* FRAME is that of the function's entry.  */
  struct frame frame;
};

static struct rti_unwind_image image;
static uint64_t image_base;
static struct function *functions;
static size_t nfunctions;
static struct point *points;
static size_t npoints, points_room;
static unsigned long total_functions, total_points, total_bad;

static void
die (const char *what, const char *name)
{
  fprintf (stderr, "frames: %s: %s\n", name, what);
  exit (1);
}

static void *
grow (void *p, size_t size)
{
  p = realloc (p, size ? size : 1);
  if (!p)
    die ("out of memory", "realloc");
  return p;
}

static uint32_t
word (const unsigned char *p)
{
  return p[0] | p[1] << 8 | p[2] << 16 | (uint32_t) p[3] << 24;
}

static int
by_address (const void *a, const void *b)
{
  const struct function *x = a, *y = b;

  return x->begin < y->begin ? -1 : x->begin > y->begin;
}

/* Map the file NAME as the loader would, and read its marks.  */
static void
map (const char *name)
{
  FILE *f = fopen (name, "rb");
  unsigned char *file = NULL, *pe, *section, *memory;
  size_t size = 0, n;
  uint32_t marks = 0, nmarks = 0;

  if (!f)
    die ("cannot be read", name);
  do
    {
      file = grow (file, size + 65536);
      n = fread (file + size, 1, 65536, f);
      size += n;
    }
  while (n > 0);
  fclose (f);
  if (size < 64 || word (file + 60) > size - 264
      || memcmp (file + word (file + 60), "PE\0\0\x64\x86", 6) != 0)
    die ("not an image for x86_64", name);
  pe = file + word (file + 60);
  image_base = word (pe + 48) | (uint64_t) word (pe + 52) << 32;
  image.size = word (pe + 80);
  image.pdata = word (pe + 160);
  image.npdata = word (pe + 164) / 12;
  memory = calloc (image.size, 1);
  if (!memory)
    die ("out of memory", name);
  section = pe + 24 + (pe[20] | pe[21] << 8);
  for (int left = pe[6] | pe[7] << 8; left > 0; left--, section += 40)
    {
      uint32_t rva = word (section + 12);
      uint32_t raw = word (section + 16), at = word (section + 20);

      if (section + 40 > file + size || rva > image.size || at > size)
        die ("broken section table", name);
      if (raw > image.size - rva)
        raw = image.size - rva;
      if (raw > size - at)
        raw = size - at;
      memcpy (memory + rva, file + at, raw);
      if (memcmp (section, ".rsrc_rt", 8) == 0)
        {
          marks = rva;
          nmarks = word (section + 8) / 16;
        }
    }
  free (file);
  image.base = memory;
  functions = grow (NULL, nmarks * sizeof *functions);
  nfunctions = 0;
  for (uint32_t i = 0; i < nmarks; i++)
    {
      struct function fn = { .begin = word (memory + marks + i * 16),
                             .end = word (memory + marks + i * 16 + 4),
                             .pinned = memory[marks + i * 16 + 8] & 1 };

      if (fn.begin < fn.end)
        functions[nfunctions++] = fn;
    }
  qsort (functions, nfunctions, sizeof *functions, by_address);
}

static struct function *
find (uint32_t rva)
{
  size_t lo = 0, hi = nfunctions;

  while (lo < hi)
    {
      size_t mid = lo + (hi - lo) / 2;

      if (rva < functions[mid].begin)
        hi = mid;
      else if (rva >= functions[mid].end)
        lo = mid + 1;
      else
        return &functions[mid];
    }
  return NULL;
}

static void
add_point (uint32_t rva, const struct point *call)
{
  if (npoints == points_room)
    {
      points_room = points_room * 2 + 1024;
      points = grow (points, points_room * sizeof *points);
    }
  points[npoints] = *call;
  points[npoints++].rva = rva;
}

/* Let FN's frame be as the instruction TEXT, OP with ARG, leaves it.  */
static void
follow (struct function *fn, const char *op, const char *arg)
{
  struct frame *frame = &fn->body;
  bool prologue = fn->prologue;
  int64_t n = 0;
  bool number = arg[0] == '$';
  const char *to = strrchr (arg, ',');

  if (number)
    n = (int64_t) strtoull (arg + 1, NULL, 16);
  to = to ? to + 1 : "";
  /* So adds code for Atom.  */
  if (strcmp (op, "lea") == 0 && strstr (arg, "(%rsp),%rsp"))
    {
      op = "add";
      n = strtoll (arg, NULL, 16);
      number = true;
    }
  if (strcmp (op, "and") == 0 && strcmp (to, "%rsp") == 0)
    fn->aligned = true;
  if (strcmp (op, "pop") == 0 || strcmp (op, "leave") == 0
      || (strcmp (to, "%rsp") == 0
          && !(strcmp (op, "sub") == 0 && n >= 0)
          && !(strcmp (op, "add") == 0 && n < 0) && op[0] != 'c'
          && op[0] != 't'))
    {
      fn->left = true;
      return;
    }
  if (strcmp (op, "mov") == 0 && number && strcmp (to, "%eax") == 0)
    fn->eax = (uint32_t) n;
  if (fn->left)
    return;
  fn->prologue = strcmp (op, "push") == 0 || strcmp (to, "%rsp") == 0;
  if (strcmp (op, "push") == 0)
    {
      frame->sp -= 8;
      if (strcmp (arg, "%rbp") == 0)
        frame->saved = frame->sp;
    }
  else if (strcmp (to, "%rsp") == 0 && number)
    frame->sp += strcmp (op, "sub") == 0 ? -n : n;
  else if (strcmp (op, "sub") == 0 && strcmp (arg, "%rax,%rsp") == 0
           && fn->eax)
    {
      frame->sp -= fn->eax;
      fn->eax = 0;
    }
  else if (strcmp (op, "sub") == 0 && strcmp (to, "%rsp") == 0)
    frame->dynamic = true;
  else if (frame->saved && prologue && strcmp (arg, "%rsp,%rbp") == 0
           && strcmp (op, "mov") == 0)
    {
      frame->framed = true;
      frame->rbp = frame->sp;
    }
  /* Unwind information can say no other offset.  */
  else if (frame->saved && prologue && strcmp (op, "lea") == 0
           && (n = strtol (arg, NULL, 16)) > 0 && n <= 240 && n % 16 == 0
           && strcmp (strchr (arg, '('), "(%rsp),%rbp") == 0)
    {
      frame->framed = true;
      frame->rbp = frame->sp + n;
    }
}

/* Read one line of the disassembly.  LABEL is the last symbol seen; CALL, the
   point after the line before, if that was a call.  */
static void
line (char *text, char *label, struct point *call)
{
  static const struct frame entry;
  struct function *fn;
  uint64_t address;
  char *end, *op, *arg;

  address = strtoull (text, &end, 16);
  if (*end == ' ' && end[1] == '<' && (op = strchr (end, '>')))
    {
      *op = 0;
      snprintf (label, 128, "%s", end + 2);
      return;
    }
  if (*end != ':' || address < image_base)
    return;
  if (call->fn)
    add_point ((uint32_t) (address - image_base), call);
  call->fn = NULL;
  fn = find ((uint32_t) (address - image_base));
  if (!fn)
    return;
  if (address - image_base == fn->begin)
    {
      size_t length = strlen (label);

      snprintf (fn->name, sizeof fn->name, "%s", label);
      fn->cold = length > 5 && strcmp (label + length - 5, ".cold") == 0;
    }
  op = end + 1 + strspn (end + 1, " \t");
  op[strcspn (op, "\n")] = 0;
  arg = op + strcspn (op, " ");
  if (*arg)
    *arg++ = 0;
  arg += strspn (arg, " ");
  if (strcmp (op, "call") == 0)
    {
      call->fn = fn;
      call->entered = strstr (arg, "<__rt_morestack>") != NULL;
      call->frame = call->entered ? entry : fn->body;
    }
  else if (op[0] == 'j')
    {
      uint64_t target = strtoull (arg, NULL, 16);
      struct function *other
        = target > image_base ? find ((uint32_t) (target - image_base))
          : NULL;

      /* Which of two functions of one name a cold part is of.  */
      if (other && other != fn && !fn->cold)
        other->parent = fn;
    }
  else
    follow (fn, op, arg);
}

/* Whether no record for FN is wanted.  */
static bool
apart (const struct function *fn)
{
  uint32_t begin, end;

  return fn->pinned
         && (fn->aligned
             || !rti_unwind_function (&image, fn->begin, &begin, &end));
}

/* Compare the rule at P with what the instructions say.  */
static void
check (const char *name, struct point *p)
{
  struct rti_unwind_rule rule;
  struct frame *frame = &p->frame;
  int64_t base, ra = 0;
  bool ok;

  /* Roots: no walk looks for a frame above them.  */
  if (strncmp (p->fn->name, "rti_callback_root", 17) == 0
      || apart (p->fn))
    return;
  if (p->fn->cold && p->fn->parent && !p->entered)
    frame = &p->fn->parent->body;
  /* Walks see one frame less: that of the function whose check calls it.  */
  if (strcmp (p->fn->name, "__rt_morestack") == 0)
    ra = 8;
  total_points++;
  ok = rti_unwind_decode (&image, p->rva, &rule);
  if (ok)
    {
      base = rule.from_rbp ? frame->rbp : frame->sp;
      ok = (rule.from_rbp ? frame->framed : !frame->dynamic)
           && base + rule.ra == ra
           && (rule.rbp == RTI_RULE_SAME ? frame->saved == 0
               : base + rule.rbp == frame->saved)
           && rule.uses_rbp == frame->framed;
    }
  if (ok)
    return;
  p->fn->differs = true;
  printf ("%s: %s+0x%" PRIx32 ": objdump has rsp at %" PRId64
          ", rbp saved at %" PRId64 "%s; the rule", name, p->fn->name,
          p->rva - p->fn->begin, frame->sp, frame->saved,
          frame->framed ? ", a frame pointer" : "");
  printf (" has the return address at %s+%" PRId32 ", rbp at +%" PRId32
          "%s\n", rule.from_rbp ? "rbp" : "rsp", rule.ra, rule.rbp,
          rule.uses_rbp ? ", a frame pointer" : "");
}

static void
run (const char *objdump, const char *name)
{
  char command[4096], text[1024], label[128] = "";
  struct point call = { .fn = NULL };
  FILE *f;

  map (name);
  npoints = 0;
  snprintf (command, sizeof command,
            "'%s' -d --no-show-raw-insn '%s'", objdump, name);
  f = popen (command, "r");
  if (!f)
    die ("cannot run objdump", name);
  while (fgets (text, sizeof text, f))
    line (text + strspn (text, " "), label, &call);
  if (pclose (f) != 0)
    die ("objdump failed", name);
  for (size_t i = 0; i < npoints; i++)
    check (name, &points[i]);
  for (size_t i = 0; i < nfunctions; i++)
    {
      struct function *fn = &functions[i];
      uint32_t begin, end, aside, aside_end;

      if (!fn->name[0])
        {
          fn->differs = true;
          printf ("%s: mark at 0x%" PRIx32 ": no code there\n", name,
                  fn->begin);
        }
      /* The call of its check may be aside, with a record of its own.  */
      if (!apart (fn)
          && (!rti_unwind_function (&image, fn->begin, &begin, &end)
              || begin != fn->begin
              || (end < fn->end
                  && (!rti_unwind_function (&image, end, &aside, &aside_end)
                      || aside != end || aside_end < fn->end))))
        {
          fn->differs = true;
          printf ("%s: %s: its mark is not its record in .pdata\n", name,
                  fn->name);
        }
      total_functions++;
      total_bad += fn->differs;
    }
  free (functions);
  free ((void *) image.base);
}

int
main (int argc, char **argv)
{
  if (argc < 3)
    die ("usage: frames OBJDUMP IMAGE...", "arguments");
  for (int i = 2; i < argc; i++)
    run (argv[1], argv[i]);
  printf ("frames: %d images, %lu functions, %lu calls, %lu functions"
          " differ\n", argc - 2, total_functions, total_points, total_bad);
  return total_bad || !total_functions || !total_points;
}
