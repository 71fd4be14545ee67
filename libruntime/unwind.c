/* unwind.c: one step up a control stack.
   SPDX-License-Identifier: MIT

   A move of a stack steps over each of its frames, so the rules that
   unwind-decode.c makes are kept by pc, in a direct mapped cache of each
   m.  It needs no lock: only its own m reads and writes it.  An entry
   holds for the generation of images in which it was made.  */

#include "rti-image.h"
#include "rti-unwind.h"

/* A power of 2.  With 24 bytes an entry, 6 KiB an m.  */
#define CACHE_BITS 8
#define CACHE_SIZE (1u << CACHE_BITS)

struct entry
{
  uintptr_t pc; /* 0 with generation 0: empty.  */
  LONG generation;
  struct rti_unwind_rule rule;
};

struct rti_unwind_cache
{
  struct entry entries[CACHE_SIZE];
};

_Static_assert(sizeof (struct entry) == 24, "entries are packed well");

/* The cache's entry for PC.  Fibonacci hashing: return addresses of one
   function differ in their low bits, those of a recursion hardly.  */
static inline struct entry *
cache_entry (struct rti_unwind_cache *cache, uintptr_t pc)
{
  return &cache->entries[(uint32_t) pc * 0x9e3779b1u >> (32 - CACHE_BITS)];
}

/* Make the rule for PC of an image that has not registered: plain code as
   far as we know, but Windows may have unwind information.  Such an image
   can go without notice, so the rule must not be kept.  */
static bool
lookup_foreign (uintptr_t pc, struct rti_unwind_rule *rule)
{
  DWORD64 base = 0;
  PVOID header;
  RUNTIME_FUNCTION *fn = RtlLookupFunctionEntry (pc, &base, NULL);

  rule->kind = RTI_PLAIN;
  if (fn)
    {
      struct rti_unwind_image view;
      uintptr_t distance = (uintptr_t) fn - base;

      if (distance > UINT32_MAX)
        return false;
      view.base = (const unsigned char *) base;
      view.size = UINT32_MAX;
      view.pdata = (uint32_t) distance;
      view.npdata = 1;
      return rti_unwind_decode (&view, (uint32_t) (pc - base), rule);
    }
  /* A leaf function, if it is code at all.  */
  if (!RtlPcToFileHeader ((PVOID) pc, &header))
    return false;
  rule->ra = 0;
  rule->rbp = RTI_RULE_SAME;
  rule->from_rbp = false;
  rule->uses_rbp = false;
  return true;
}

/* Make the rule for PC and keep it in M's cache, which is made if need be
   (without memory for it there is none).  */
static bool __attribute__ ((__noinline__))
lookup_slowly (struct rt_m *m, uintptr_t pc, struct rti_unwind_rule *rule)
{
  /* Before the image list is read: a stale entry is made again then.  */
  LONG generation = rti_image_generation;
  struct rti_unwind_image view;

  if (!rti_image_find (pc, &view))
    return lookup_foreign (pc, rule);
  if (!rti_unwind_decode (&view, (uint32_t) (pc - (uintptr_t) view.base),
                          rule))
    return false;
  rule->kind = (uint8_t) rti_image_kind (pc);
  if (m && !m->unwind_cache)
    m->unwind_cache = rti_alloc (sizeof *m->unwind_cache);
  if (m && m->unwind_cache)
    {
      struct entry *entry = cache_entry (m->unwind_cache, pc);

      entry->pc = pc;
      entry->generation = generation;
      entry->rule = *rule;
    }
  return true;
}

bool
rti_unwind_lookup (struct rt_m *m, uintptr_t pc, struct rti_unwind_rule *rule)
{
  if (m && m->unwind_cache)
    {
      struct entry *entry = cache_entry (m->unwind_cache, pc);

      if (entry->pc == pc && entry->generation == rti_image_generation)
        {
          *rule = entry->rule;
          return true;
        }
    }
  return lookup_slowly (m, pc, rule);
}

bool
rti_unwind_step (struct rt_m *m, struct rti_frame *frame,
                 struct rti_step *step)
{
  struct rti_unwind_rule made;
  const struct rti_unwind_rule *rule = &made;
  struct rti_unwind_cache *cache = m ? m->unwind_cache : NULL;
  struct entry *entry;
  uintptr_t base, *ra;

  if (cache && (entry = cache_entry (cache, frame->pc))->pc == frame->pc
      && entry->generation == rti_image_generation)
    rule = &entry->rule;
  else if (!lookup_slowly (m, frame->pc, &made))
    return false;

  step->kind = (enum rti_kind) rule->kind;
  step->uses_rbp = rule->uses_rbp;
  base = rule->from_rbp ? frame->rbp : frame->sp;
  if (rule->rbp != RTI_RULE_SAME)
    {
      frame->rbp_loc = (uintptr_t *) (base + (intptr_t) rule->rbp);
      frame->rbp = *frame->rbp_loc;
    }
  ra = (uintptr_t *) (base + (intptr_t) rule->ra);
  frame->pc = *ra;
  frame->sp = (uintptr_t) (ra + 1);
  return true;
}
