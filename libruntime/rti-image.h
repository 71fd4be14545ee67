/* rti-image.h: what an image (exe or DLL) tells the runtime.
   SPDX-License-Identifier: MIT

   Each image that holds growable code links image.c of
   libruntime_nonshared.a, whose TLS callback registers the image before
   any of its own code runs and takes it back when it is unloaded.

   The runtime finds two sections in it by name:

   .rsrc_rt  read-only, an array of struct rti_mark, aligned to 16: one
             record per growable function.  A function without one is plain
             code.  Nothing refers to marks; what the name begins with lets
             ld --gc-sections keep them, and not the functions for their
             sake (coff_gc_sweep of binutils' bfd/coffgen.c; also .idata,
             .pdata and .xdata, but those names its script takes).
   .rtslot   writable, an array of struct rti_slot: one per function that
             compiled code calls and whose body its unit did not have.
             Compiled code does call *current(%rip).  At registration the
             runtime looks TARGET up: if it is growable, CURRENT becomes the
             function itself, else the slot's own stub in .text, which loads
             TARGET into rax, and the bytes of stack arguments, if there are
             any, into r10d, and jumps to __rt_plaincall, _n, _nb or _nb_n.

   All-zero records are padding and skipped.  */

#ifndef RTI_IMAGE_H
#define RTI_IMAGE_H

#include "rti-g.h"

/* Bits: for a frame that may hold addresses of its control stack, and must
   not move; for a function that is called as if it were a small one of the C
   library: at its check nothing must move.  */
#define RTI_MARK_PINNED 1u
#define RTI_MARK_STAY   2u
#define RTI_MARK_ARGS   (~(uint32_t) 7)

struct rti_mark
{
  uint32_t start; /* Image-relative.  0: padding, or what the linker
                     leaves of a function of which it took another
                     copy.  */
  uint32_t end;
  uint32_t args;  /* Bytes of incoming stack arguments with the home
                     area, a multiple of 8, and the bits.  */
  uint32_t frame; /* Bytes that the frame needs.  */
};

/* Flags: TARGET is the address of a word (an IAT entry) that holds the target;
   this is no slot, and TARGET is __cxa_get_globals of the image's C++
   runtime.  */
#define RTI_SLOT_INDIRECT   1u
#define RTI_SLOT_EXCEPTIONS 2u

struct rti_slot
{
  uintptr_t current;
  uintptr_t target;
  uint32_t stub; /* Image-relative.  */
  uint32_t flags;
};

/* The record that image.c keeps; VERSION is checked.  */
#define RTI_IMAGE_VERSION 2u

struct rt_image
{
  uint32_t version;
  void *base;
};

/* Called by image.c; exported from the DLL.  */
uint32_t rt_image_register (const struct rt_image *image);
void rt_image_unregister (const struct rt_image *image);
void rt_image_thread (unsigned int reason);

/* -- image.c: the list of images --------------------------------------- */

enum rti_kind { RTI_PLAIN, RTI_PINNED, RTI_MOVABLE };

/* What the code at PC is.  Any thread, no lock: images are found through
   a snapshot that is replaced, never changed.  */
enum rti_kind rti_image_kind (uintptr_t pc);

/* Copy the mark of the function that holds PC to *MARK; false: it has
   none.  Likewise.  */
bool rti_image_mark (uintptr_t pc, struct rti_mark *mark);

/* The registered image that holds PC: its base, or 0.  */
uintptr_t rti_image_base (uintptr_t pc);

/* The registered image with the lowest base above BASE: its base, or 0.  */
uintptr_t rti_image_next (uintptr_t base);

/* Counts up whenever an image comes or goes: caches compare it.  Never 0. */
extern volatile LONG rti_image_generation;

/* Fill *VIEW for the registered image that holds PC; false if none does.
   Like rti_image_kind, without a lock.  */
struct rti_unwind_image;
bool rti_image_find (uintptr_t pc, struct rti_unwind_image *view);

/* Make the library's own image known, whose assembly is marked: the DLL,
   or the program that has the archive.  Called once, by rti_init, before any
   image can register.  */
void rti_image_init (void);

/* An image that has been unloaded.  */
struct rti_gone
{
  uintptr_t base;
  uintptr_t end;
  uint16_t name[32]; /* Of its file; may be cut off, or empty.  */
};

/* The unloaded image that held PC not long ago, if no other holds it now, or
   NULL.  */
const struct rti_gone *rti_image_gone (uintptr_t pc);

/* -- slot.c: where calls go -------------------------------------------- */

/* A part of an image.  */
struct rti_range
{
  char *start;
  size_t size;
  bool readonly;
};

/* The NT headers of the image at BASE, or NULL if it is none of ours.  */
const IMAGE_NT_HEADERS64 *rti_image_headers (const char *base);

/* Store in RANGES the sections of the image at BASE that are called NAME,
   at most RTI_SECTION_MAX.  Returns their number: 1 after a usual link.  */
#define RTI_SECTION_MAX 8
int rti_image_sections (char *base, const char *name,
                        struct rti_range *ranges);

/* Resolve the slots of the image from BASE to END.  If WITHIN is not 0, only
   those that will point, or if GONE is true do point, between WITHIN and
   WITHIN_END.  With GONE they point to their stubs then.  Other threads may
   be calling through them: each is one store, and what stood there before
   works as well.  */
void rti_slots_resolve (uintptr_t base, uintptr_t end, uintptr_t within,
                        uintptr_t within_end, bool gone);

/* Whether the function FN runs on a control stack when it is called there:
   it is marked, or begins as growable functions do, and is no other
   libruntime's.  */
bool rti_image_growable (uintptr_t fn);

/* Follow import thunks (jmp *disp(%rip)) from ADDR to a real function.  */
uintptr_t rti_image_follow (uintptr_t addr);

/* -- unwind.c: one step up a control stack ----------------------------- */

/* Registers of a frame, as far as moving needs them.  */
struct rti_frame
{
  uintptr_t pc;       /* In the function; 0 at the root.  */
  uintptr_t sp;       /* At that pc.  */
  uintptr_t rbp;      /* Its value there.  */
  uintptr_t *rbp_loc; /* Where that value is stored.  */
};

/* What the step found out about the function of the frame it left.  */
struct rti_step
{
  enum rti_kind kind;
  bool uses_rbp; /* rbp is its frame pointer (SET_FPREG): the
                    word at the former rbp_loc is an address
                    of this control stack.  */
};

/* Step FRAME to its caller.  False: there is no unwind information for
   pc, or it is nothing a control stack can have (a machine frame, an
   unwind code that is unknown): FRAME is unchanged and the stack counts as
   pinned.  M's cache is used if M is not NULL.  */
bool rti_unwind_step (struct rt_m *m, struct rti_frame *frame,
                      struct rti_step *step);

/* The same in two: find the rule for PC, do not apply it.  For who has to
   check the addresses that come of it.  */
struct rti_unwind_rule;
bool rti_unwind_lookup (struct rt_m *m, uintptr_t pc,
                        struct rti_unwind_rule *rule);

#endif /* RTI_IMAGE_H */
