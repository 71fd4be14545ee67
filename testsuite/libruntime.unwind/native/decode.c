/* The decoder's rule is right at every instruction of random functions,
   and garbage is refused without a stray read.
   SPDX-License-Identifier: MIT

   Built for the machine that runs the tests, with sanitizers.  A model
   runs the prologue that it makes up, and knows where everything is.  */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rti-unwind.h"

#define FUNCTIONS 20000
#define GARBAGE 300000

#define SIZE 0x1000             /* Of the image.  */
#define PDATA 0x100
#define XDATA 0x200
#define PARENT 0x300            /* Another record, for chains.  */
#define CODE 0x800

#define RBP 5

static unsigned char *image;
static unsigned long checks;

/* A small generator, the same everywhere.  */
static uint32_t
rnd (uint32_t n)
{
  static uint64_t state = 88172645463325252u;

  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t) (state >> 32) % n;
}

static void
put32 (uint32_t at, uint32_t value)
{
  memcpy (image + at, &value, sizeof value);
}

/* A prologue being made up.  The frame's addresses count from the word
   with the return address, which is at 0.  */
struct model
{
  uint32_t pc;                  /* Bytes so far.  */
  unsigned char codes[128];     /* In prologue order, each in unwind order */
  unsigned char slots[64];      /* inside.  */
  unsigned int ncodes, used;
  int64_t rsp, rbp;             /* RBP: only valid if it is FRAMED.  */
  int64_t saved_at;
  bool saved, framed;
  int frame_offset;
  /* The state after each instruction.  */
  struct { uint32_t pc; int64_t rsp, rbp, saved_at; bool saved, framed; }
    points[64];
  unsigned int npoints;
  unsigned char pops[64];       /* Registers pushed, in order.  */
  unsigned int npops;
  bool mirrored;                /* Epilogue: pops alone undo it.  */
};

static void
point (struct model *m)
{
  m->points[m->npoints].pc = m->pc;
  m->points[m->npoints].rsp = m->rsp;
  m->points[m->npoints].rbp = m->rbp;
  m->points[m->npoints].saved_at = m->saved_at;
  m->points[m->npoints].saved = m->saved;
  m->points[m->npoints].framed = m->framed;
  m->npoints++;
}

/* Add the unwind code OP with INFO and the slots at EXTRA, and the
   instruction that it stands for.  */
static void
code (struct model *m, unsigned int op, unsigned int info,
      const uint16_t *extra, unsigned int nextra)
{
  unsigned char *at = m->codes + m->used;

  m->pc += 1 + rnd (7);
  at[0] = (unsigned char) m->pc;
  at[1] = (unsigned char) (info << 4 | op);
  if (nextra)
    memcpy (at + 2, extra, nextra * 2);
  m->slots[m->ncodes++] = (unsigned char) (1 + nextra);
  m->used += (1 + nextra) * 2;
}

static void
push (struct model *m, unsigned int reg)
{
  code (m, 0, reg, NULL, 0);
  m->rsp -= 8;
  if (reg == RBP)
    {
      m->saved = true;
      m->saved_at = m->rsp;
    }
  m->pops[m->npops++] = (unsigned char) reg;
  point (m);
}

static void
alloc (struct model *m)
{
  uint16_t extra[2];
  uint32_t n;

  switch (rnd (3))
    {
    case 0:
      n = 8 + rnd (16) * 8;
      code (m, 2, n / 8 - 1, NULL, 0);
      break;
    case 1:
      n = 136 + rnd (1000) * 8;
      extra[0] = (uint16_t) (n / 8);
      code (m, 1, 0, extra, 1);
      break;
    default:
      n = 0x80000 + rnd (0x100000) * 8;
      memcpy (extra, &n, sizeof n);
      code (m, 1, 1, extra, 2);
      break;
    }
  m->rsp -= n;
  m->mirrored = false;
  point (m);
}

/* Save register REG, or an xmm register, at an offset from rsp.  */
static void
save (struct model *m, unsigned int reg, bool xmm)
{
  uint32_t offset = rnd (16) * 16;
  uint16_t extra[2] = { (uint16_t) (offset / (xmm ? 16 : 8)), 0 };
  bool far = rnd (2);

  if (far)
    memcpy (extra, &offset, sizeof offset);
  code (m, (xmm ? 8 : 4) + far, reg, extra, 1 + far);
  if (!xmm && reg == RBP)
    {
      m->saved = true;
      m->saved_at = m->rsp + offset;
      m->mirrored = false;
    }
  point (m);
}

/* Make up a function; returns what its UNWIND_INFO's frame byte is.  */
static unsigned int
make_up (struct model *m)
{
  static const unsigned char regs[] = { 3, 6, 7, 12, 13, 14, 15 };
  unsigned int n, frame = 0;
  bool use_rbp = rnd (2);

  memset (m, 0, sizeof *m);
  m->mirrored = true;
  m->pc = rnd (3) ? 0 : 20;     /* A stack check before the first push.  */
  point (m);
  for (n = rnd (5); n > 0; n--)
    push (m, regs[rnd (7)]);
  if (use_rbp)
    push (m, RBP);
  for (n = rnd (3); n > 0; n--)
    push (m, regs[rnd (7)]);
  if (rnd (4))
    alloc (m);
  if (use_rbp && rnd (2))
    {
      m->frame_offset = rnd (2) ? 0 : (int) rnd (16);
      frame = RBP | (unsigned int) m->frame_offset << 4;
      code (m, 3, 0, NULL, 0);
      m->framed = true;
      m->rbp = m->rsp + m->frame_offset * 16;
      m->mirrored = false;
      point (m);
    }
  else if (!use_rbp && rnd (3) == 0)
    save (m, RBP, false);
  for (n = rnd (3); n > 0; n--)
    save (m, 6 + rnd (10), true);
  if (m->framed && rnd (2))
    alloc (m);
  return frame;
}

/* Write UNWIND_INFO at AT.  Returns the offset behind its codes.  */
static uint32_t
write_info (const struct model *m, uint32_t at, unsigned int flags,
            unsigned int frame, bool with_codes)
{
  uint32_t to = at + 4, from = m->used;

  image[at] = (unsigned char) (1 | flags << 3);
  image[at + 1] = with_codes ? (unsigned char) m->pc : 0;
  image[at + 2] = with_codes ? (unsigned char) (m->used / 2) : 0;
  image[at + 3] = (unsigned char) frame;
  for (unsigned int i = m->ncodes; with_codes && i-- > 0;)
    {
      from -= m->slots[i] * 2u;
      memcpy (image + to, m->codes + from, m->slots[i] * 2u);
      to += m->slots[i] * 2u;
    }
  return with_codes ? at + 4 + ((m->used / 2 + 1) & ~1u) * 2 : at + 4;
}

static void
fail (const char *what, uint32_t pc)
{
  printf ("check %lu: %s wrong at offset %u\n", checks, what, pc);
  exit (1);
}

/* The rule at PC, RSP and RBP as the model has them.  */
static void
check (const struct rti_unwind_image *view, uint32_t pc, int64_t rsp,
       int64_t rbp, bool framed, bool saved, int64_t saved_at)
{
  struct rti_unwind_rule rule;
  int64_t base;

  checks++;
  memset (&rule, 0xff, sizeof rule);
  if (!rti_unwind_decode (view, CODE + pc, &rule))
    fail ("result", pc);
  if (rule.from_rbp && !framed)
    fail ("base", pc);
  base = rule.from_rbp ? rbp : rsp;
  if (base + rule.ra != 0)
    fail ("return address", pc);
  if (saved ? base + rule.rbp != saved_at : rule.rbp != RTI_RULE_SAME)
    fail ("rbp", pc);
  if (rule.uses_rbp != framed)
    fail ("frame pointer", pc);
}

static void
check_function (void)
{
  struct rti_unwind_image view = { image, SIZE, PDATA, 1 };
  struct model m;
  unsigned int frame = make_up (&m);
  uint32_t body, end, pc, tail;

  memset (image, 0x90, SIZE);
  body = m.pc + 1 + rnd (8);
  pc = body + 1;
  for (unsigned int i = m.npops; i-- > 0;)
    {
      if (m.pops[i] >= 8)
        image[CODE + pc++] = 0x41;
      image[CODE + pc++] = (unsigned char) (0x58 | (m.pops[i] & 7));
    }
  image[CODE + pc++] = 0xc3;
  end = pc;
  put32 (PDATA, CODE);
  put32 (PDATA + 4, CODE + end);

  switch (rnd (3))
    {
    case 0:                     /* Its own record.  */
      put32 (PDATA + 8, XDATA);
      write_info (&m, XDATA, 0, frame, true);
      for (unsigned int i = 0; i < m.npoints; i++)
        check (&view, m.points[i].pc, m.points[i].rsp, m.points[i].rbp,
               m.points[i].framed, m.points[i].saved,
               m.points[i].saved_at);
      break;
    case 1:                     /* A record that is chained to it.  */
      put32 (PDATA + 8, XDATA);
      tail = write_info (&m, XDATA, 4, frame, false);
      if (rnd (2))              /* It saves xmm6: three slots.  */
        {
          image[XDATA + 2] = 3;
          image[tail] = 0;
          image[tail + 1] = 9 | 6 << 4;
          put32 (tail + 2, 0x20);
          tail += 8;
        }
      put32 (tail, CODE + 0x400);
      put32 (tail + 4, CODE + 0x500);
      put32 (tail + 8, PARENT);
      write_info (&m, PARENT, 0, frame, true);
      break;
    default:                    /* Another's record.  */
      put32 (PDATA + 8, XDATA | 1);
      put32 (XDATA, CODE + 0x400);
      put32 (XDATA + 4, CODE + 0x500);
      put32 (XDATA + 8, PARENT);
      write_info (&m, PARENT, 0, frame, true);
      break;
    }
  /* In the body rsp may have been lowered, if there is a frame.  */
  check (&view, body, m.rsp - (m.framed ? (int64_t) rnd (1000) * 16 : 0),
         m.rbp, m.framed, m.saved, m.saved_at);
  /* In the epilogue, if pops are all of it.  */
  if (m.mirrored && !(image[PDATA + 8] & 1))
    {
      int64_t rsp = m.rsp;
      bool saved = m.saved;

      pc = body + 1;
      for (unsigned int i = m.npops; i-- > 0;)
        {
          check (&view, pc, rsp, 0, false, saved, m.saved_at);
          pc += m.pops[i] >= 8 ? 2 : 1;
          rsp += 8;
          if (m.pops[i] == RBP)
            saved = false;
        }
      check (&view, pc, rsp, 0, false, false, 0);
    }
}

/* Random bytes, and function records that lead into them.  */
static void
check_garbage (void)
{
  uint32_t n = 1 + rnd (8);
  struct rti_unwind_image view = { image, SIZE, PDATA, n };
  struct rti_unwind_rule rule;
  uint32_t begin, end;

  if (rnd (64) == 0)
    for (uint32_t i = 0; i < SIZE; i++)
      image[i] = (unsigned char) rnd (256);
  for (uint32_t i = 0; i < n; i++)
    {
      put32 (PDATA + i * 12, i * 0x200);
      put32 (PDATA + i * 12 + 4, (i + 1) * 0x200);
      put32 (PDATA + i * 12 + 8, rnd (rnd (16) ? SIZE + 16 : UINT32_MAX));
    }
  for (uint32_t i = 0; i < 16; i++)
    {
      uint32_t at = rnd (SIZE);

      image[at] = (unsigned char) (1 | rnd (8) << 3);
      image[(at + 2) % SIZE] = (unsigned char) rnd (12);
    }
  if (rnd (8) == 0)
    view.pdata = rnd (UINT32_MAX);
  if (rnd (8) == 0)
    view.npdata = rnd (UINT32_MAX);
  rti_unwind_decode (&view, rnd (SIZE + 64), &rule);
  rti_unwind_function (&view, rnd (SIZE + 64), &begin, &end);
  checks++;
}

int
main (void)
{
  image = malloc (SIZE);
  for (int i = 0; i < FUNCTIONS; i++)
    check_function ();
  memset (image, 0, SIZE);
  for (int i = 0; i < GARBAGE; i++)
    check_garbage ();
  free (image);
  printf ("rt-test: %lu checks passed\n", checks);
  return 0;
}
