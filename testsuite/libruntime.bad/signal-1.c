/* Mistakes with console events give the errors that rt.h names.  */
/* { dg-do run } */

#include "rt-test.h"
#include "rt.h"

int
main (void)
{
  struct rt_chan *small, *large, *right;

  CHECK_EQ (rt_chan_new (1, 1, &small), 0);
  CHECK_EQ (rt_chan_new (8, 1, &large), 0);
  CHECK_EQ (rt_chan_new (sizeof (uint32_t), 1, &right), 0);
  CHECK_EQ (rt_signal_notify (NULL, RT_CTRL_C), RT_EINVAL);
  CHECK_EQ (rt_signal_notify (small, RT_CTRL_C), RT_EINVAL);
  CHECK_EQ (rt_signal_notify (large, RT_CTRL_C), RT_EINVAL);
  CHECK_EQ (rt_signal_notify (right, 0), RT_EINVAL);
  CHECK_EQ (rt_signal_notify (right, RT_CTRL_C | 0x08), RT_EINVAL);
  CHECK_EQ (rt_signal_notify (right, UINT32_MAX), RT_EINVAL);
  CHECK_EQ (rt_signal_stop (NULL), RT_EINVAL);
  CHECK_EQ (rt_signal_stop (right), RT_EINVAL);
  CHECK_EQ (rt_signal_notify (right, RT_CTRL_ALL), 0);
  CHECK_EQ (rt_chan_free (right), RT_EINVAL);
  CHECK_EQ (rt_signal_stop (right), 0);
  CHECK_EQ (rt_chan_free (right), 0);
  return 0;
}
