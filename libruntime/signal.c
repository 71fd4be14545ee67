/* signal.c: console control events go to channels.
   SPDX-License-Identifier: MIT

   Windows makes a thread for each event, which calls the handlers that
   SetConsoleCtrlHandler has registered, the last one first, until one says
   that it has dealt with the event; else the process ends.  Our handler sends
   the event to the channels that want it.  It never waits for anybody, and is
   plain code on a thread that the runtime has never seen, and does not come to
   know.

   Windows holds a lock while it calls handlers, and in SetConsoleCtrlHandler.
   So ours is called without LOCK, which the handler takes, and not at all once
   a handler sleeps.  */

#include "rti-chan.h"
#include "rti-sched.h"

/* From wincon.h's CTRL_ numbers to rt.h's.  */
#define EVENT(number) (1u << (number))

_Static_assert(RT_CTRL_C == EVENT (CTRL_C_EVENT)
                   && RT_CTRL_BREAK == EVENT (CTRL_BREAK_EVENT)
                   && RT_CTRL_CLOSE == EVENT (CTRL_CLOSE_EVENT)
                   && RT_CTRL_LOGOFF == EVENT (CTRL_LOGOFF_EVENT)
                   && RT_CTRL_SHUTDOWN == EVENT (CTRL_SHUTDOWN_EVENT),
               "an event's number is that of its bit");

/* After these the process ends when the handler returns.  */
#define LAST (RT_CTRL_CLOSE | RT_CTRL_LOGOFF | RT_CTRL_SHUTDOWN)

/* Who wants to know.  Protected by lock.  */
struct wish
{
  struct wish *next;
  struct rt_chan *chan;
  uint32_t events;
};

static struct rti_lock lock;
static struct wish *wishes;

/* Held over a change of WISHES from none to some, with Windows being told of
   it.  Never taken by the handler.  */
static struct rti_lock telling;

static volatile LONG last; /* One of LAST has come.  */

bool
rti_signal_awaited (void)
{
  return __atomic_load_n (&wishes, __ATOMIC_RELAXED) != NULL;
}

/* Send EVENT to all that want it; false: nobody does.  What is full, or
   closed, misses it.  */
static bool
deliver (uint32_t event)
{
  struct rti_waiter *woken = NULL, *w;
  bool wanted = false;

  rti_lock_take (&lock);
  for (struct wish *wish = wishes; wish; wish = wish->next)
    if (wish->events & event)
      {
        wanted = true;
        rti_lock_take (&wish->chan->lock);
        rti_chan_send_locked (wish->chan, &event, &w);
        rti_lock_give (&wish->chan->lock);
        if (w)
          {
            w->next = woken; /* It is in no queue any more.  */
            woken = w;
          }
      }
  rti_lock_give (&lock);
  while ((w = woken) != NULL)
    {
      woken = w->next;
      rti_waiter_wake (w, 0);
    }
  return wanted;
}

static BOOL WINAPI
handle (DWORD number)
{
  if (number >= 32 || !(RT_CTRL_ALL & EVENT (number)))
    return FALSE;
  if (EVENT (number) & LAST)
    InterlockedExchange (&last, 1);
  if (!deliver (EVENT (number)))
    return FALSE;
  if (EVENT (number) & LAST)
    Sleep (INFINITE); /* The program has its time to end (golang/go#41884).  */
  return TRUE;
}

/* Let Windows call the handler, before those that it knows already.  0, or
   the error.  */
static uint32_t
tell_windows (void)
{
  if (last)
    return 0; /* It does, and may hold its lock.  */
  /* It may have it or not: AllocConsole, AttachConsole and FreeConsole drop
     it.  */
  SetConsoleCtrlHandler (handle, FALSE);
  return SetConsoleCtrlHandler (handle, TRUE) ? 0 : GetLastError ();
}

uint32_t rti_signal_notify (struct rt_chan *chan, uint32_t events);
uint32_t rti_signal_stop (struct rt_chan *chan);

uint32_t
rti_signal_notify (struct rt_chan *chan, uint32_t events)
{
  struct wish *wish, *new;
  uint32_t err = 0;

  if (!chan || chan->elemsize != sizeof events || !events
      || (events & ~RT_CTRL_ALL))
    return RT_EINVAL;
  new = rti_alloc (sizeof *new);
  if (!new)
    return RT_ENOMEM;
  rti_lock_take (&telling);
  if (!wishes)
    err = tell_windows ();
  if (!err)
    {
      rti_lock_take (&lock);
      for (wish = wishes; wish && wish->chan != chan; wish = wish->next)
        ;
      if (wish)
        wish->events |= events;
      else
        {
          new->chan = chan;
          new->events = events;
          new->next = wishes;
          __atomic_store_n (&wishes, new, __ATOMIC_RELAXED);
          __atomic_store_n (&chan->signals, 1, __ATOMIC_RELAXED);
          new = NULL;
        }
      rti_lock_give (&lock);
    }
  rti_lock_give (&telling);
  rti_free (new);
  return err;
}

uint32_t
rti_signal_stop (struct rt_chan *chan)
{
  struct wish **at, *wish;

  if (!chan)
    return RT_EINVAL;
  rti_lock_take (&lock);
  for (at = &wishes; (wish = *at) != NULL && wish->chan != chan;
       at = &wish->next)
    ;
  if (wish)
    {
      __atomic_store_n (at, wish->next, __ATOMIC_RELAXED);
      __atomic_store_n (&chan->signals, 0, __ATOMIC_RELAXED);
    }
  rti_lock_give (&lock);
  rti_free (wish);
  return wish ? 0 : RT_EINVAL;
}
