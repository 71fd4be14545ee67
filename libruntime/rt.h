/* rt.h: the public interface of libruntime.
   SPDX-License-Identifier: MIT

   Goroutines on small stacks that grow by moving, calls from them into any
   Windows DLL, callbacks from any DLL back on to them.

   Two kinds of code meet here.  Growable code is compiled with our specs
   (or by another compiler to the same ABI) and may run on a goroutine's
   control stack.  Plain code is everything else; it runs on the thread's
   system stack.  Every function below may be called from either kind, on
   any thread, unless its comment says otherwise.

   Functions that can fail return a uint32_t: 0 for success, one of the
   RT_E codes below, or the Windows error code (GetLastError) of the call
   that failed.  Results go through pointers and are untouched on failure.  */

#ifndef RT_H
#define RT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Error codes.  Bit 29 marks a code that is no Windows error (winerror.h:
   "Bit 29 is reserved for application-defined error codes").  */
#define RT_EINVAL 0x20000001u /* An argument is NULL or out of range.  */
/* It would block, and the caller is not a goroutine on its control stack.  */
#define RT_ENOTG    0x20000002u
#define RT_EFULL    0x20000003u /* The table or buffer is full.  */
#define RT_ENOMEM   0x20000004u /* Windows gave no memory.  */
#define RT_ESPEC    0x20000005u /* A callback's spec does not parse.  */
#define RT_EFREED   0x20000006u /* The object was freed before.  */
#define RT_ECLOSED  0x20000007u /* The channel is closed.  */
#define RT_ETIMEOUT 0x20000008u /* The time ran out first.  */
#define RT_EAGAIN   0x20000009u /* It would block, and was told not to.  */
/* Not the owner: unlock of a mutex that is not locked, a negative wait
   group.  */
#define RT_EPERM   0x2000000au
#define RT_ETHROWN 0x2000000bu /* rt_throw ended it.  */

/* -- Windows calls ----------------------------------------------------- */

/* What a Windows function gave back.  R1 is rax, R2 the bits of xmm0 (a
   float or double result), ERR the thread's last error as the function
   left it; it was 0 before the call.  ERR is RT_EINVAL, and nothing was
   called, when the function's address cannot be one (below 64 KiB) or
   the number of arguments is absurd (over RT_SYSCALL_MAX).  */
struct rt_result
{
  uintptr_t r1;
  uintptr_t r2;
  uint32_t err;
};

/* The most arguments that one call may have.  */
#define RT_SYSCALL_MAX 1024

/* Load the library NAME (UTF-16, as LoadLibraryW takes it) and store its
   handle in *HANDLE.  */
uint32_t rt_loadlibrary (const uint16_t *name, void **handle);

/* Likewise, but look in the System32 directory only; NAME is a bare file
   name.  */
uint32_t rt_loadsystemlibrary (const uint16_t *name, void **handle);

/* Store the address of the function NAME of library HANDLE in *FN.  */
uint32_t rt_getprocaddress (void *handle, const char *name, void **fn);

/* Call the Windows function FN with its N arguments on the system stack.
   The first four are passed in integer and in floating-point registers
   alike, so a float or double goes as its bits.  While the call lasts,
   other goroutines run; callbacks may move this goroutine's stack; the
   result is right all the same.  N may be smaller than the number of
   words in the function's name, never larger.  */
struct rt_result rt_syscall (void *fn, uintptr_t n, uintptr_t a1, uintptr_t a2,
                             uintptr_t a3);
struct rt_result rt_syscall6 (void *fn, uintptr_t n, uintptr_t a1,
                              uintptr_t a2, uintptr_t a3, uintptr_t a4,
                              uintptr_t a5, uintptr_t a6);
struct rt_result rt_syscall9 (void *fn, uintptr_t n, uintptr_t a1,
                              uintptr_t a2, uintptr_t a3, uintptr_t a4,
                              uintptr_t a5, uintptr_t a6, uintptr_t a7,
                              uintptr_t a8, uintptr_t a9);
struct rt_result rt_syscall12 (void *fn, uintptr_t n, uintptr_t a1,
                               uintptr_t a2, uintptr_t a3, uintptr_t a4,
                               uintptr_t a5, uintptr_t a6, uintptr_t a7,
                               uintptr_t a8, uintptr_t a9, uintptr_t a10,
                               uintptr_t a11, uintptr_t a12);
struct rt_result rt_syscall15 (void *fn, uintptr_t n, uintptr_t a1,
                               uintptr_t a2, uintptr_t a3, uintptr_t a4,
                               uintptr_t a5, uintptr_t a6, uintptr_t a7,
                               uintptr_t a8, uintptr_t a9, uintptr_t a10,
                               uintptr_t a11, uintptr_t a12, uintptr_t a13,
                               uintptr_t a14, uintptr_t a15);

/* Likewise with any number of arguments, from 0 to RT_SYSCALL_MAX, read
   from ARGS before the call begins.  */
struct rt_result rt_syscalln (void *fn, uintptr_t n, const uintptr_t *args);

/* Run the plain function FN (ARG) on the system stack as one call that
   may block, and return what it returned.  */
uintptr_t rt_cgocall (uintptr_t (*fn) (void *), void *arg);

/* -- Callbacks --------------------------------------------------------- */

/* Make *CALLBACK an address that Windows may call, on any thread, any
   number of times, and that runs FN on a goroutine's control stack with
   the arguments it was given.  FN has the prototype that the caller of
   the callback expects; SPEC describes it as "result(arguments)":

     v      no result
     b B    8-bit integer, signed and unsigned
     h H    16-bit        i I  32-bit        l L  64-bit
     p      pointer
     f d    float, double
     {N}    a struct or union of N bytes, by value

   for instance "i(pp)" for a comparison function.  Errors: RT_EINVAL,
   RT_ESPEC, RT_EFULL (2048 callbacks are alive).  */
uint32_t rt_callback_new (void *fn, const char *spec, void **callback);

/* Give CALLBACK back.  Windows must not call it any more.  Errors:
   RT_EINVAL (it never was a callback), RT_EFREED.  */
uint32_t rt_callback_free (void *callback);

/* -- Goroutines -------------------------------------------------------- */

struct rt_g;

/* Start a goroutine that runs FN (ARG).  The program ends when main
   returns, whether or not other goroutines still run.  */
uint32_t rt_go (void (*fn) (void *), void *arg);

/* Let other goroutines run.  Does nothing outside of a goroutine.  */
void rt_gosched (void);

/* End the calling goroutine; a fatal error anywhere else.  In a callback, the
   plain code around it is dropped, as by longjmp; on a thread that is not the
   runtime's that is a fatal error, too.  */
void rt_goexit (void) __attribute__ ((__noreturn__));

/* Sleep at least NS nanoseconds.  Outside of a goroutine the thread
   sleeps.  */
void rt_sleep (uint64_t ns);

/* The calling goroutine, or NULL.  The pointer is valid until the
   goroutine ends.  */
struct rt_g *rt_self (void);

/* Wait until another thread or goroutine calls rt_ready on this one.  A
   rt_ready that came first, since the last rt_park, makes it return at
   once.  Errors: RT_ENOTG.  */
uint32_t rt_park (void);

/* Make G's present or next rt_park return.  From any thread, also one
   that the runtime has never seen.  Errors: RT_EINVAL (also if G has
   ended, as long as its memory serves no other).  */
uint32_t rt_ready (struct rt_g *g);

/* Bind the calling goroutine to its thread until as many calls of
   rt_unlockosthread have been made.  A goroutine that ends while bound
   takes the thread with it.  */
void rt_lockosthread (void);
void rt_unlockosthread (void);

/* The number of goroutines that have not ended.  */
uint32_t rt_numgoroutine (void);

/* Call FN (ARG).  Returns 0 when FN does.  If rt_throw is called meanwhile,
   returns RT_ETHROWN, with rt_throw's argument in *VALUE (VALUE may be NULL).
   Errors, for which FN has not been called: RT_ENOTG, RT_EINVAL,
   RT_ENOMEM.  */
uint32_t rt_try (void (*fn) (void *), void *arg, uintptr_t *value);

/* Let the innermost rt_try of the calling goroutine return.  The functions
   in between are dropped, callbacks and the plain code around them too: as
   with longjmp nothing is cleaned up.  Without an open rt_try, and outside of
   a goroutine, a fatal error.  */
void rt_throw (uintptr_t value) __attribute__ ((__noreturn__));

/* What a program's fault handler is told.  */
enum rt_access {
  RT_ACCESS_NONE, /* It was no access of memory.  */
  RT_ACCESS_READ,
  RT_ACCESS_WRITE,
  RT_ACCESS_EXECUTE
};

struct rt_fault
{
  uint32_t code;   /* Windows' exception code, EXCEPTION_STACK_OVERFLOW
                      if the stacks would exceed RT_MAXSTACK.  */
  uint32_t access; /* enum rt_access, and of what: */
  void *address;
  void *pc; /* The instruction; NULL: stack overflow.  */
};

/* Let HANDLER run, on the goroutine as if called by the instruction, at
   each fault of growable code: access violation, integer division, illegal
   instruction, breakpoint and the like, and stack overflow.  It may call
   rt_throw.  If it returns, the fault is fatal, as without a handler.  FAULT
   is gone once it returns or throws.  One for the process; NULL: none.
   Errors: RT_EINVAL.  */
uint32_t rt_fault_handler (void (*handler) (const struct rt_fault *fault));

/* About the calling goroutine's stacks.  */
struct rt_stackinfo
{
  size_t control_size; /* Usable bytes of control stack.  */
  size_t data_size;    /* Bytes of data stack chunks.  */
  uint64_t moves;      /* How often the control stack has moved.  */
  uint64_t chains;     /* How often a segment was chained.  */
};

/* Fill *INFO; RT_ENOTG outside of a goroutine.  */
uint32_t rt_stackinfo (struct rt_stackinfo *info);

/* Run FN (ARG) as the first goroutine and exit the process with its
   result.  What a growable main does by itself; for a plain main, which
   calls it once.  */
void rt_start (int (*fn) (void *), void *arg) __attribute__ ((__noreturn__));

/* -- Channels ---------------------------------------------------------- */

struct rt_chan;

/* Make a channel for elements of ELEMSIZE bytes (0 is fine) with room for
   CAPACITY of them; with 0 a send waits for its receiver.  Errors:
   RT_EINVAL, RT_ENOMEM.  In all that follows, RT_EINVAL also says that
   CHAN is NULL.  */
uint32_t rt_chan_new (size_t elemsize, size_t capacity, struct rt_chan **chan);

/* Free CHAN.  Nobody may use it any more.  Errors: RT_EINVAL (somebody
   waits on it, or rt_signal_notify has it).  */
uint32_t rt_chan_free (struct rt_chan *chan);

/* Send the element at ELEM, waiting for room.  ELEM may be NULL if elements
   have no bytes.  Errors: RT_ECLOSED, RT_EINVAL, RT_ENOTG.  */
uint32_t rt_chan_send (struct rt_chan *chan, const void *elem);

/* Receive into ELEM, waiting for an element.  When the channel is closed
   and empty: RT_ECLOSED, and ELEM is filled with zeros.  ELEM may be NULL:
   the element is dropped.  Errors: RT_ENOTG.  */
uint32_t rt_chan_recv (struct rt_chan *chan, void *elem);

/* Likewise without waiting: RT_EAGAIN if it would have to.  */
uint32_t rt_chan_trysend (struct rt_chan *chan, const void *elem);
uint32_t rt_chan_tryrecv (struct rt_chan *chan, void *elem);

/* Close CHAN.  Waiting senders get RT_ECLOSED, waiting receivers too, as
   soon as it is empty.  Errors: RT_ECLOSED (it was).  */
uint32_t rt_chan_close (struct rt_chan *chan);

/* How many elements CHAN holds, and how many it has room for; 0 if CHAN is
   NULL.  */
size_t rt_chan_len (struct rt_chan *chan);
size_t rt_chan_cap (struct rt_chan *chan);

/* One case of a select.  */
enum rt_select_op { RT_SELECT_NONE, RT_SELECT_SEND, RT_SELECT_RECV };

struct rt_select_case
{
  enum rt_select_op op; /* RT_SELECT_NONE: never ready.  */
  struct rt_chan *chan; /* NULL: never ready.  */
  void *elem;           /* What to send, or where to receive.  */
  uint32_t err;         /* Out: 0 or RT_ECLOSED, of the case
                           that was taken.  */
};

#define RT_FOREVER UINT64_MAX

/* Wait until one of the N cases at CASES can go on, do it, and store its
   index in *INDEX; among several that are ready, one at random.  At the
   longest wait TIMEOUT nanoseconds (0: do not wait, RT_FOREVER: no limit),
   then RT_ETIMEOUT (RT_EAGAIN for 0).  CASES and what it points to must
   not change meanwhile.  A case of a closed channel is ready, with err
   RT_ECLOSED.  Errors: RT_EINVAL (also N over 65536), RT_ENOTG,
   RT_ENOMEM.  */
uint32_t rt_select (struct rt_select_case *cases, size_t n, uint64_t timeout,
                    size_t *index);

/* -- Console events ---------------------------------------------------- */

/* What Windows tells a console program.  After the last three it ends the
   process, whatever that does, some seconds later.  */
#define RT_CTRL_C        0x01u
#define RT_CTRL_BREAK    0x02u
#define RT_CTRL_CLOSE    0x04u /* The console's window.  */
#define RT_CTRL_LOGOFF   0x20u
#define RT_CTRL_SHUTDOWN 0x40u
#define RT_CTRL_ALL      0x67u

/* From now on send each of EVENTS (or'ed RT_CTRL_) to CHAN, whose elements are
   uint32_t, as its one bit; Windows does nothing else about it then.  Several
   channels may have an event: each gets it.  Sending never waits: a channel
   that is full, or without room and receiver, misses it.  Again for the same
   CHAN: EVENTS too.  Errors: RT_EINVAL (no such events, another size of
   elements), RT_ENOMEM, Windows'.  */
uint32_t rt_signal_notify (struct rt_chan *chan, uint32_t events);

/* Send nothing to CHAN any more, once this returns.  For what nobody wants
   now, Windows does what it did before.  Errors: RT_EINVAL (it had
   nothing).  */
uint32_t rt_signal_stop (struct rt_chan *chan);

/* -- Locks that park goroutines ---------------------------------------- */

/* All of these begin as zeros, e.g. static, and need no destruction.
   RT_EINVAL says that the pointer is NULL.  */
struct rt_mutex
{
  void *opaque[4];
};
struct rt_waitgroup
{
  void *opaque[4];
};
struct rt_once
{
  void *opaque[5];
};

/* Errors: RT_ENOTG; RT_EAGAIN (trylock); RT_EPERM (unlock).  Goroutines
   get a mutex in the order in which they asked.  Any goroutine may unlock
   it.  */
uint32_t rt_mutex_lock (struct rt_mutex *mutex);
uint32_t rt_mutex_trylock (struct rt_mutex *mutex);
uint32_t rt_mutex_unlock (struct rt_mutex *mutex);

/* Add DELTA to the counter; RT_EPERM if it would fall below 0, RT_EINVAL if
   it would pass INTPTR_MAX / 2.  Waiters go on when it is 0.  Errors of
   wait: RT_ENOTG.  */
uint32_t rt_waitgroup_add (struct rt_waitgroup *wg, intptr_t delta);
uint32_t rt_waitgroup_done (struct rt_waitgroup *wg);
uint32_t rt_waitgroup_wait (struct rt_waitgroup *wg);

/* The two halves of rt_once_do: whoever gets 0 from the first runs the
   function and calls the second; everyone else gets RT_EAGAIN, after the
   function has run.  Errors: RT_ENOTG (begin), RT_EPERM (end without
   begin).  */
uint32_t rt_once_begin (struct rt_once *once);
uint32_t rt_once_end (struct rt_once *once);

/* Call FN (ARG) once for ONCE, however many goroutines get here; all
   return after it has.  */
static inline uint32_t
rt_once_do (struct rt_once *once, void (*fn) (void *), void *arg)
{
  uint32_t err = rt_once_begin (once);

  if (err == RT_EAGAIN)
    return 0;
  if (err == 0)
    {
      fn (arg);
      err = rt_once_end (once);
    }
  return err;
}

#ifdef __cplusplus
}
#endif

#endif /* RT_H */
