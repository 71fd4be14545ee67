/* slot.c: where calls through slots go.
   SPDX-License-Identifier: MIT

   A slot is resolved when its image registers; again, when an image registers
   that holds its target (images that import each other); and points to its
   stub again, when the image with its target goes.  A stub is right for every
   target that is not growable, and calls what its import table says at that
   time.  What remains: a growable function that is reached by delayed import,
   after its slot was resolved, counts as plain code and runs on the system
   stack; right, but not growable.

   A target in an image that has a libruntime of its own is plain code, too:
   that one does not know of our control stacks.  */

#include "rti-image.h"

#include "rti-exception.h"

#define THUNKS_MAX 8 /* More in a row are a loop.  */

#define RT_OFFSET(sym, type, field, value)
#define RT_SIZE(sym, type, value)
#define RT_CONST(sym, value) sym = value,
enum {
#include "../libruntime-asm/offsets.tbl"
};

/* Whether the function at CODE begins as growable ones do.  Like
   __rt_icall.  */
static bool
looks_growable (const uint32_t *code)
{
  if (code[0] == MAGIC)
    return true;
  if (code[0] == LLVM_CMP_RSP)
    return code[1] == LLVM_CMP_LIMIT;
  return code[0] == LLVM_LEA_R11 && code[2] == LLVM_CMP_R11
         && code[3] == LLVM_CMP_LIMIT;
}

bool
rti_image_growable (uintptr_t fn)
{
  PVOID image;

  if (rti_image_kind (fn) != RTI_PLAIN)
    return true;
  /* An image that has not registered with us has another libruntime, or will
     register: its code counts as plain until then.  Code of no image was made
     in memory.  */
  return looks_growable ((const uint32_t *) fn)
         && (rti_image_base (fn) || !RtlPcToFileHeader ((PVOID) fn, &image));
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

const IMAGE_NT_HEADERS64 *
rti_image_headers (const char *base)
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

int
rti_image_sections (char *base, const char *name, struct rti_range *ranges)
{
  const IMAGE_NT_HEADERS64 *nt = rti_image_headers (base);
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
      if (n == RTI_SECTION_MAX)
        break;
      ranges[n].start = base + s->VirtualAddress;
      ranges[n].size = s->Misc.VirtualSize ? s->Misc.VirtualSize
                                           : s->SizeOfRawData;
      ranges[n].readonly = !(s->Characteristics & IMAGE_SCN_MEM_WRITE);
      n++;
    }
  return n;
}

/* -- Slots ------------------------------------------------------------- */

/* What calls through SLOT, of the image at BASE, go to.  */
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

/* Resolve the slots in RANGE of the image from BASE to END, as
   rti_slots_resolve does.  */
static void
resolve_range (uintptr_t base, uintptr_t end, const struct rti_range *range,
               uintptr_t within, uintptr_t within_end, bool gone)
{
  char *at = range->start, *last = at + range->size;
  DWORD old = 0;
  bool writable = !range->readonly;

  while (at + sizeof (struct rti_slot) <= last)
    {
      struct rti_slot *slot = (struct rti_slot *) at;
      uintptr_t value;

      /* Zeros are padding; so is the rest of a slot that began with
         some (never resolved, of a function that nobody defines).  */
      if (slot->current < end - base)
        {
          at += sizeof slot->current;
          continue;
        }
      at += sizeof *slot;
      if (slot->flags & RTI_SLOT_EXCEPTIONS)
        {
          if (!within || (gone && within == base))
            rti_exception_runtime (rti_image_follow (slot->target), !gone);
          continue;
        }
      if (gone)
        {
          if (slot->current < within || slot->current >= within_end)
            continue;
          value = base + slot->stub;
        }
      else
        {
          value = slot_value (slot, base);
          if (within && (value < within || value >= within_end))
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

void
rti_slots_resolve (uintptr_t base, uintptr_t end, uintptr_t within,
                   uintptr_t within_end, bool gone)
{
  struct rti_range ranges[RTI_SECTION_MAX];
  int n = rti_image_sections ((char *) base, ".rtslot", ranges);

  for (int i = 0; i < n; i++)
    resolve_range (base, end, &ranges[i], within, within_end, gone);
}
