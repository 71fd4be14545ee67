/* string.c: text is built in buffers that grow, split, joined and searched.
   SPDX-License-Identifier: MIT  */

#include "timer.h"

struct buffer
{
  char *text;
  size_t length, room;
};

static __attribute__ ((noinline)) void
append (struct buffer *buffer, const char *s, size_t n)
{
  if (buffer->length + n + 1 > buffer->room)
    {
      buffer->room = (buffer->length + n + 1) * 2;
      buffer->text = realloc (buffer->text, buffer->room);
      if (!buffer->text)
        abort ();
    }
  memcpy (buffer->text + buffer->length, s, n);
  buffer->length += n;
  buffer->text[buffer->length] = '\0';
}

static void
append_number (struct buffer *buffer, uint32_t n)
{
  char digits[12], *p = digits + sizeof digits;

  do
    *--p = (char) ('0' + n % 10);
  while ((n /= 10) > 0);
  append (buffer, p, (size_t) (digits + sizeof digits - p));
}

static uint32_t
work (void)
{
  struct buffer all = { NULL, 0, 0 }, upper = { NULL, 0, 0 };
  uint32_t state = 1, result = 0;
  const char *word;

  for (int i = 0; i < 20000; i++)
    {
      append_number (&all, rnd (&state) % 100000);
      append (&all, i % 10 == 9 ? "\n" : " ", 1);
    }
  for (word = all.text; *word;)
    {
      size_t n = strcspn (word, " \n");

      append (&upper, word, n);
      append (&upper, "; ", 2);
      word += n + (word[n] != '\0');
    }
  for (const char *s = upper.text; (s = strstr (s, "42")) != NULL; s++)
    result = result * 31 + (uint32_t) (s - upper.text);
  free (all.text);
  free (upper.text);
  return result;
}
