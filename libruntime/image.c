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

   Windows does not say whether it calls the TLS callbacks of a DLL whose
   DllMain has failed once more, so an image may go without a word.  Each
   writer that is about to look into other images looks first whether they are
   there still.

   Invariants:
   J1. CURRENT's list is sorted by base, its images do not overlap.
       Kept by insert, and by drop_stale.
   J2. An image's marks are sorted by start.  Kept by copy_marks.  */

#include "rti-image.h"

#include "rti-callback.h"
#include "rti-sched.h"
#include "rti-unwind.h"

#define IMAGES_FIRST 8  /* Room for images without allocation.  */
#define GONE         16 /* How many that went are remembered.  */

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

/* Protects all below, for writers.  Taken under the loader lock, all but the
   first time, when there is but one image: what is done with it may not need
   that lock then.  */
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
  struct rti_range ranges[RTI_SECTION_MAX];
  int nranges = rti_image_sections ((char *) image->base, ".rsrc_rt", ranges);
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

/* -- Images that go ---------------------------------------------------- */

/* The last GONE images that went, newest at NEXT - 1.  Read without the lock
   by who dies.  */
static struct
{
  struct rti_gone at[GONE];
  unsigned int next;
} gone;

/* Remember IMAGE, which goes.  */
static void
remember (const struct image *image)
{
  struct rti_gone *g = &gone.at[gone.next++ % GONE];
  uint16_t path[MAX_PATH];
  const uint16_t *name = path;
  DWORD n = GetModuleFileNameW ((HMODULE) image->base, (LPWSTR) path,
                                MAX_PATH);
  size_t i = 0;

  for (DWORD k = 0; k < n && k < MAX_PATH; k++)
    if (path[k] == '\\' || path[k] == '/')
      name = path + k + 1;
  if (n > 0 && n < MAX_PATH)
    for (; name[i] && i < sizeof g->name / sizeof *g->name - 1; i++)
      g->name[i] = name[i];
  g->name[i] = 0;
  g->base = image->base;
  g->end = image->end;
}

const struct rti_gone *
rti_image_gone (uintptr_t pc)
{
  if (rti_image_base (pc))
    return NULL;
  for (unsigned int i = 1; i <= GONE; i++)
    {
      const struct rti_gone *g = &gone.at[(gone.next - i) % GONE];

      if (pc >= g->base && pc < g->end)
        return g;
    }
  return NULL;
}

/* Whether an image is mapped where IMAGE was.  Under the loader lock.  */
static bool
is_there (const struct image *image)
{
  PVOID base;

  return RtlPcToFileHeader ((PVOID) image->base, &base)
         && (uintptr_t) base == image->base;
}

/* Resolve the slots of all images but IMAGE that lead there, or if GOES is
   true did.  */
static void
resolve_others (const struct image *image, bool goes)
{
  for (uint32_t i = 0; i < current->n; i++)
    {
      const struct image *its = &current->images[i];

      if (its->base != image->base && is_there (its))
        rti_slots_resolve (its->base, its->end, image->base, image->end, goes);
    }
}

/* Take the image with index AT out of the list, and what leads to it out of
   the others.  */
static void
forget (uint32_t at)
{
  struct image image = current->images[at];

  remember (&image);
  take_out (at);
  resolve_others (&image, true);
  rti_callback_forget (image.base, image.end);
  rti_free ((void *) (uintptr_t) image.marks);
}

/* Forget the images that are no longer there, or where there is another one
   now, from BASE to END.  Under the loader lock.  Keeps J1.  */
static void
drop_stale (uintptr_t base, uintptr_t end)
{
  uint32_t i = 0;

  while (i < current->n)
    {
      const struct image *image = &current->images[i];

      if ((image->base < end && image->end > base) || !is_there (image))
        {
          forget (i);
          i = 0;
        }
      else
        i++;
    }
}

/* -- Registration ------------------------------------------------------ */

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
  if (current->n > 0)
    drop_stale (image.base, image.end);
  if (!copy_marks (&image) || !insert (&image))
    rti_fatal ("image_register: out of memory");
  rti_slots_resolve (image.base, image.end, 0, 0, false);
  resolve_others (&image, false);
}

/* Nobody could handle an error of this one: it comes out of a TLS
   callback, which cannot fail.  So errors are fatal, but for a BASE that
   is no image.  */
uint32_t
rt_image_register (const struct rt_image *image)
{
  const IMAGE_NT_HEADERS64 *nt = rti_image_headers (image->base);
  uintptr_t base = (uintptr_t) image->base;
  uint32_t i;

  if (image->version != RTI_IMAGE_VERSION)
    rti_fatal ("an image was linked with another version of libruntime");
  if (!nt)
    return RT_EINVAL;
  rti_init ();
  rti_lock_take (&lock);
  i = search (current, current->n, base);
  /* The image that we are in is known by now.  */
  if (base != (uintptr_t) &__ImageBase || i == current->n
      || current->images[i].base != base)
    add (image->base, nt);
  rti_lock_give (&lock);
  return 0;
}

void
rt_image_unregister (const struct rt_image *image)
{
  uintptr_t base = (uintptr_t) image->base;
  uint32_t i;

  rti_lock_take (&lock);
  i = search (current, current->n, base);
  if (i < current->n && current->images[i].base == base)
    {
      uintptr_t end = current->images[i].end;

      forget (i);
      rti_slots_resolve (base, end, base, end, true);
    }
  rti_lock_give (&lock);
}

void
rti_image_init (void)
{
  char *base = (char *) &__ImageBase;

  rti_lock_take (&lock);
  add (base, rti_image_headers (base));
  rti_lock_give (&lock);
}
