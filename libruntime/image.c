/* image.c: the images that hold growable code.
   SPDX-License-Identifier: MIT

   Readers take no lock.  They search the list that CURRENT points to, and
   a writer never changes that one: it fills the other of two and then
   lets CURRENT point there.  So a list lives on, as it was, for one more
   change.  A reader that was slower than that may have seen anything; it
   notices by the generation, which has gone on, and searches again.
   Lists are never freed (when they get too small, larger ones take their
   place, so all that were left behind are not larger than those in use),
   so what it read was memory of ours at any rate.

   An image's own memory, and its copy of the marks, goes with the image.
   Who looks for a pc of an image while it is unloaded is in error anyway,
   like who runs there.

   Slots.  A slot is resolved when its image registers; again, when an
   image registers that holds its target (images that import each other);
   and points to its stub again, when the image with its target goes.  A
   stub is right for every target that is not growable, and calls what its
   import table says at that time.  What remains: a growable function that
   is reached by delayed import, after its slot was resolved, counts as
   plain code and runs on the system stack; right, but not growable.

   Invariants:
   J1. CURRENT's list is sorted by base, its images do not overlap.
       Kept by insert.
   J2. An image's marks are sorted by start.  Kept by copy_marks.  */

#include "rti-image.h"

#include "rti-exception.h"
#include "rti-sched.h"
#include "rti-unwind.h"

#define IMAGES_FIRST 8 /* Room for images without allocation.  */
#define THUNKS_MAX   8 /* More in a row are a loop.  */
#define SECTION_MAX  8 /* .rsrc_rt and .rtslot sections each.  */

struct image
{
  struct rti_unwind_image view;
  uintptr_t base;
  uintptr_t end;
  const struct rti_mark *marks; /* Our copy.  */
  uint32_t nmarks;
};

struct list
{
  uint32_t n;
  uint32_t capacity; /* These two never change.  */
  struct image *images;
};

/* Protects all below, for writers.  Taken under the loader lock, so what
   is done with it must not need that.  */
static struct rti_lock lock;

static struct image images0[IMAGES_FIRST], images1[IMAGES_FIRST];
static struct list list0 = { 0, IMAGES_FIRST, images0 };
static struct list list1 = { 0, IMAGES_FIRST, images1 };
static struct list *current = &list0; /* Read without the lock.  */
static struct list *other = &list1;

volatile LONG rti_image_generation = 1;

extern IMAGE_DOS_HEADER __ImageBase;

/* -- Readers ----------------------------------------------------------- */

/* The index in LIST of the first image that ends above PC; it may be N. */
static uint32_t
search (const struct list *list, uint32_t n, uintptr_t pc)
{
  uint32_t lo = 0, hi = n;

  while (lo < hi)
    {
      uint32_t mid = lo + (hi - lo) / 2;

      if (list->images[mid].end <= pc)
        lo = mid + 1;
      else
        hi = mid;
    }
  return lo;
}

/* Copy what is known about the image that holds PC, or if ABOVE is true
   about the first that ends above PC, to *IMAGE.  */
static bool
find (uintptr_t pc, bool above, struct image *image)
{
  for (;;)
    {
      LONG generation = __atomic_load_n (&rti_image_generation,
                                         __ATOMIC_ACQUIRE);
      const struct list *list = __atomic_load_n (&current, __ATOMIC_ACQUIRE);
      uint32_t n = __atomic_load_n (&list->n, __ATOMIC_RELAXED);
      bool found = false;
      uint32_t i;

      if (n > list->capacity)
        n = list->capacity;
      i = search (list, n, pc);
      if (i < n && (above || list->images[i].base <= pc))
        {
          *image = list->images[i];
          found = true;
        }
      __atomic_thread_fence (__ATOMIC_ACQUIRE);
      /* Pairs with the increment in publish.  */
      if (generation
          == __atomic_load_n (&rti_image_generation, __ATOMIC_RELAXED))
        return found;
    }
}

bool
rti_image_find (uintptr_t pc, struct rti_unwind_image *view)
{
  struct image image;

  if (!find (pc, false, &image))
    return false;
  *view = image.view;
  return true;
}

uintptr_t
rti_image_base (uintptr_t pc)
{
  struct image image;

  return find (pc, false, &image) ? image.base : 0;
}

uintptr_t
rti_image_next (uintptr_t base)
{
  struct image image;

  /* From the image at BASE, if there is one, on to its end.  */
  if (find (base, false, &image))
    base = image.end;
  return find (base, true, &image) ? image.base : 0;
}

bool
rti_image_mark (uintptr_t pc, struct rti_mark *result)
{
  struct image image;
  uint32_t lo = 0, hi, rva;

  if (!find (pc, false, &image))
    return false;
  rva = (uint32_t) (pc - image.base);
  hi = image.nmarks;
  while (lo < hi)
    {
      uint32_t mid = lo + (hi - lo) / 2;
      const struct rti_mark *mark = &image.marks[mid];

      if (rva < mark->start)
        hi = mid;
      else if (rva >= mark->end)
        lo = mid + 1;
      else
        {
          *result = *mark;
          return true;
        }
    }
  return false;
}

enum rti_kind
rti_image_kind (uintptr_t pc)
{
  struct rti_mark mark;

  if (!rti_image_mark (pc, &mark))
    return RTI_PLAIN;
  return mark.args & RTI_MARK_PINNED ? RTI_PINNED : RTI_MOVABLE;
}

#define RT_OFFSET(sym, type, field, value)
#define RT_SIZE(sym, type, value)
#define RT_CONST(sym, value) sym = value,
enum {
#include "../libruntime-asm/offsets.tbl"
};

/* Like __rt_icall.  */
bool
rti_image_growable (uintptr_t fn)
{
  const uint32_t *code = (const uint32_t *) fn;

  if (rti_image_kind (fn) != RTI_PLAIN || code[0] == MAGIC)
    return true;
  if (code[0] == LLVM_CMP_RSP)
    return code[1] == LLVM_CMP_LIMIT;
  return code[0] == LLVM_LEA_R11 && code[2] == LLVM_CMP_R11
         && code[3] == LLVM_CMP_LIMIT;
}

uintptr_t
rti_image_follow (uintptr_t addr)
{
  for (int i = 0; i < THUNKS_MAX && rti_image_kind (addr) == RTI_PLAIN; i++)
    {
      const unsigned char *code = (const unsigned char *) addr;
      int32_t disp;
      uintptr_t next;

      if (code[0] == 0x48) /* A REX.W prefix changes nothing.  */
        code++;
      if (code[0] != 0xff || code[1] != 0x25)
        break;
      __builtin_memcpy (&disp, code + 2, sizeof disp);
      __builtin_memcpy (&next, code + 6 + disp, sizeof next);
      if (!next)
        break;
      addr = next;
    }
  return addr;
}

/* -- Sections ---------------------------------------------------------- */

/* A part of an image.  */
struct range
{
  char *start;
  size_t size;
  bool readonly;
};

/* The NT headers of the image at BASE, or NULL if it is none of ours.  */
static const IMAGE_NT_HEADERS64 *
nt_headers (const char *base)
{
  const IMAGE_DOS_HEADER *dos = (const IMAGE_DOS_HEADER *) base;
  const IMAGE_NT_HEADERS64 *nt;

  if (dos->e_magic != IMAGE_DOS_SIGNATURE)
    return NULL;
  nt = (const IMAGE_NT_HEADERS64 *) (base + dos->e_lfanew);
  if (nt->Signature != IMAGE_NT_SIGNATURE
      || nt->OptionalHeader.Magic != IMAGE_NT_OPTIONAL_HDR64_MAGIC)
    return NULL;
  return nt;
}

/* Store in RANGES the sections of the image at BASE that are called NAME,
   at most SECTION_MAX.  Returns their number: 1 after a usual link.  */
static int
sections (char *base, const char *name, struct range *ranges)
{
  const IMAGE_NT_HEADERS64 *nt = nt_headers (base);
  const IMAGE_SECTION_HEADER *s = IMAGE_FIRST_SECTION (nt);
  int n = 0;

  for (int i = 0; i < nt->FileHeader.NumberOfSections; i++, s++)
    {
      int k = 0;

      while (k < IMAGE_SIZEOF_SHORT_NAME && name[k]
             && (char) s->Name[k] == name[k])
        k++;
      if (name[k] || (k < IMAGE_SIZEOF_SHORT_NAME && s->Name[k]))
        continue;
      if (n == SECTION_MAX)
        break;
      ranges[n].start = base + s->VirtualAddress;
      ranges[n].size = s->Misc.VirtualSize ? s->Misc.VirtualSize
                                           : s->SizeOfRawData;
      ranges[n].readonly = !(s->Characteristics & IMAGE_SCN_MEM_WRITE);
      n++;
    }
  return n;
}

/* -- Marks ------------------------------------------------------------- */

/* Sort the N marks at MARKS by their start: heap sort, since there is no
   CRT, and nothing to allocate.  Usually they are sorted.  */
static void
sort_marks (struct rti_mark *marks, uint32_t n)
{
  uint32_t start, end, i;
  bool sorted = true;

  for (i = 1; sorted && i < n; i++)
    sorted = marks[i - 1].start <= marks[i].start;
  if (sorted)
    return;

  start = n / 2;
  end = n;
  while (end > 1)
    {
      struct rti_mark moved;
      uint32_t hole, child;

      if (start) /* Make the heap.  */
        moved = marks[hole = --start];
      else /* Take the largest out of it.  */
        {
          moved = marks[--end];
          marks[end] = marks[0];
          hole = 0;
        }
      while ((child = 2 * hole + 1) < end)
        {
          if (child + 1 < end && marks[child].start < marks[child + 1].start)
            child++;
          if (moved.start >= marks[child].start)
            break;
          marks[hole] = marks[child];
          hole = child;
        }
      marks[hole] = moved;
    }
}

/* Give IMAGE its sorted copy of the marks in its sections.  False:
   no memory.  Keeps J2.  */
static bool
copy_marks (struct image *image)
{
  struct range ranges[SECTION_MAX];
  int nranges = sections ((char *) image->base, ".rsrc_rt", ranges);
  struct rti_mark *marks;
  size_t room = 0;
  uint32_t n = 0;

  for (int i = 0; i < nranges; i++)
    room += ranges[i].size;
  image->marks = NULL;
  image->nmarks = 0;
  if (room == 0)
    return true;
  marks = rti_alloc (room);
  if (!marks)
    return false;
  for (int i = 0; i < nranges; i++)
    {
      const struct rti_mark *mark = (const void *) ranges[i].start;

      for (size_t k = ranges[i].size / sizeof *mark; k > 0; k--, mark++)
        if (mark->start)
          marks[n++] = *mark;
    }
  sort_marks (marks, n);
  image->marks = marks;
  image->nmarks = n;
  return true;
}

/* -- Slots ------------------------------------------------------------- */

/* What calls through SLOT, of the image at BASE of SIZE bytes, go to.  */
static uintptr_t
slot_value (const struct rti_slot *slot, uintptr_t base)
{
  uintptr_t target = slot->target;

  if (target && (slot->flags & RTI_SLOT_INDIRECT))
    target = *(const uintptr_t *) target;
  if (!target)
    return 0; /* Weak, and nobody defined it.  */
  target = rti_image_follow (target);
  return rti_image_growable (target) ? target : base + slot->stub;
}

/* Resolve the slots in RANGE of IMAGE; but if WITHIN is not NULL, those
   only which point there or would.  Other threads may be calling through
   them: each is one store, and what stood there before works as well.  */
static void
resolve_range (const struct image *image, const struct range *range,
               const struct image *within, bool gone)
{
  char *at = range->start, *end = at + range->size;
  DWORD old = 0;
  bool writable = !range->readonly;

  while (at + sizeof (struct rti_slot) <= end)
    {
      struct rti_slot *slot = (struct rti_slot *) at;
      uintptr_t value;

      /* Zeros are padding; so is the rest of a slot that began with
         some (never resolved, of a function that nobody defines).  */
      if (slot->current < image->view.size)
        {
          at += sizeof slot->current;
          continue;
        }
      at += sizeof *slot;
      if (slot->flags & RTI_SLOT_EXCEPTIONS)
        {
          if (!within || (gone && within->base == image->base))
            rti_exception_runtime (rti_image_follow (slot->target), !gone);
          continue;
        }
      if (gone)
        {
          if (slot->current < within->base || slot->current >= within->end)
            continue;
          value = image->base + slot->stub;
        }
      else
        {
          value = slot_value (slot, image->base);
          if (within && (value < within->base || value >= within->end))
            continue;
        }
      if (value == slot->current)
        continue;
      if (!writable)
        writable = VirtualProtect (range->start, range->size, PAGE_READWRITE,
                                   &old);
      if (writable)
        __atomic_store_n (&slot->current, value, __ATOMIC_RELEASE);
    }
  if (range->readonly && writable)
    VirtualProtect (range->start, range->size, old, &old);
}

/* Resolve IMAGE's slots; WITHIN and GONE as above.  */
static void
resolve (const struct image *image, const struct image *within, bool gone)
{
  struct range ranges[SECTION_MAX];
  int n = sections ((char *) image->base, ".rtslot", ranges);

  for (int i = 0; i < n; i++)
    resolve_range (image, &ranges[i], within, gone);
}

/* -- Writers ----------------------------------------------------------- */

/* Make the other list, which has room for N images, the current one.  */
static void
publish (uint32_t n)
{
  struct list *old = current;

  __atomic_store_n (&other->n, n, __ATOMIC_RELAXED);
  __atomic_store_n (&current, other, __ATOMIC_RELEASE);
  other = old;
  /* Full barrier; before the old list is changed again.  Never 0.  */
  if (InterlockedIncrement (&rti_image_generation) == 0)
    InterlockedIncrement (&rti_image_generation);
}

/* Make the other list one with room for N images; false: no memory.  */
static bool
make_room (uint32_t n)
{
  uint32_t capacity = other->capacity;
  struct list *list;

  if (n <= capacity)
    return true;
  while (capacity < n)
    capacity *= 2;
  list = rti_alloc (sizeof *list + capacity * sizeof *list->images);
  if (!list)
    return false;
  list->capacity = capacity;
  list->images = (struct image *) (list + 1);
  other = list;
  return true;
}

/* Add IMAGE to the list; false: no memory.  Keeps J1.  */
static bool
insert (const struct image *image)
{
  uint32_t n = current->n, at = search (current, n, image->base);

  if (!make_room (n + 1))
    return false;
  for (uint32_t i = 0; i < at; i++)
    other->images[i] = current->images[i];
  other->images[at] = *image;
  for (uint32_t i = at; i < n; i++)
    other->images[i + 1] = current->images[i];
  publish (n + 1);
  return true;
}

/* Take the image with index AT out of the list.  There is room: the other
   list was the current one with at most one image less than now.  */
static void
take_out (uint32_t at)
{
  uint32_t n = current->n;

  RTI_ASSERT (n - 1 <= other->capacity);
  for (uint32_t i = 0; i < at; i++)
    other->images[i] = current->images[i];
  for (uint32_t i = at + 1; i < n; i++)
    other->images[i - 1] = current->images[i];
  publish (n - 1);
}

/* Add the image at BASE, which NT describes, with the lock held.  */
static void
add (char *base, const IMAGE_NT_HEADERS64 *nt)
{
  const IMAGE_DATA_DIRECTORY *dir =
      &nt->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXCEPTION];
  struct image image;

  image.base = (uintptr_t) base;
  image.end = image.base + nt->OptionalHeader.SizeOfImage;
  image.view.base = (const unsigned char *) base;
  image.view.size = nt->OptionalHeader.SizeOfImage;
  image.view.pdata = dir->VirtualAddress;
  image.view.npdata = dir->Size / sizeof (RUNTIME_FUNCTION);
  if (!copy_marks (&image) || !insert (&image))
    rti_fatal ("image_register: out of memory");
  resolve (&image, NULL, false);
  for (uint32_t i = 0; i < current->n; i++)
    if (current->images[i].base != image.base)
      resolve (&current->images[i], &image, false);
}

/* Make the image at BASE known, unless it is.  */
static uint32_t
register_base (char *base)
{
  const IMAGE_NT_HEADERS64 *nt = nt_headers (base);
  uint32_t i;

  if (!nt)
    return RT_EINVAL;
  rti_lock_take (&lock);
  i = search (current, current->n, (uintptr_t) base);
  if (i == current->n || current->images[i].base != (uintptr_t) base)
    add (base, nt);
  rti_lock_give (&lock);
  return 0;
}

/* Nobody could handle an error of this one: it comes out of a TLS
   callback, which cannot fail.  So errors are fatal, but for a BASE that
   is no image.  */
uint32_t
rt_image_register (const struct rt_image *image)
{
  if (image->version != RTI_IMAGE_VERSION)
    rti_fatal ("an image was linked with another version of libruntime");
  rti_init ();
  return register_base (image->base);
}

void
rt_image_unregister (const struct rt_image *image)
{
  uintptr_t base = (uintptr_t) image->base;
  struct image gone;
  uint32_t i;

  rti_lock_take (&lock);
  i = search (current, current->n, base);
  if (i < current->n && current->images[i].base == base)
    {
      gone = current->images[i];
      take_out (i);
      for (i = 0; i < current->n; i++)
        resolve (&current->images[i], &gone, true);
      resolve (&gone, &gone, true);
      rti_free ((void *) (uintptr_t) gone.marks);
    }
  rti_lock_give (&lock);
}

void
rti_image_init (void)
{
  register_base ((char *) &__ImageBase);
}
