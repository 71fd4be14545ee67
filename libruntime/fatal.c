/* fatal.c: the last words of a process.
   SPDX-License-Identifier: MIT

   Everything here runs on any stack with a kilobyte to spare, allocates
   nothing and takes no lock of ours.  The process ends by
   TerminateProcess: no DllMain and no atexit function of a program that
   is broken runs any more.  */

#include "rti-print.h"

#include "rti-fault.h"
#include "rti-traceback.h"

#define FATAL_STATUS       3 /* A bug: like abort.  */
#define ENVIRONMENT_STATUS 2 /* A mistake of the user.  */

void
rti_put_end (struct rti_text *text)
{
  DWORD done;
  HANDLE out = GetStdHandle (STD_ERROR_HANDLE);

  if (text->length && out && out != INVALID_HANDLE_VALUE)
    WriteFile (out, text->data, (DWORD) text->length, &done, NULL);
  text->length = 0;
}

void
rti_put_n (struct rti_text *text, const char *s, size_t n)
{
  for (size_t i = 0; s && i < n && s[i]; i++)
    {
      if (text->length == sizeof text->data)
        rti_put_end (text);
      text->data[text->length++] = s[i];
    }
}

void
rti_put (struct rti_text *text, const char *s)
{
  rti_put_n (text, s, SIZE_MAX);
}

void
rti_put_wide (struct rti_text *text, const uint16_t *s)
{
  for (; *s; s++)
    {
      char c = *s >= 0x20 && *s < 0x7f ? (char) *s : '?';

      rti_put_n (text, &c, 1);
    }
}

/* Append VALUE in BASE, which is 10 or 16.  */
static void
put_number (struct rti_text *text, uint64_t value, unsigned int base)
{
  char digits[20]; /* UINT64_MAX has 20 of them.  */
  size_t i = sizeof digits;

  do
    {
      digits[--i] = "0123456789abcdef"[value % base];
      value /= base;
    }
  while (value);
  rti_put_n (text, digits + i, sizeof digits - i);
}

void
rti_put_hex (struct rti_text *text, uint64_t value)
{
  rti_put (text, "0x");
  put_number (text, value, 16);
}

void
rti_put_dec (struct rti_text *text, uint64_t value)
{
  put_number (text, value, 10);
}

void
rti_end (unsigned int status, EXCEPTION_RECORD *record, CONTEXT *context)
{
  if (rti_traceback_level () == RTI_TRACEBACK_WER)
    RaiseFailFastException (record, context,
                            record ? 0 : FAIL_FAST_GENERATE_EXCEPTION_ADDRESS);
  for (;;)
    TerminateProcess (GetCurrentProcess (), status);
}

/* Write TEXT and end the process with STATUS.  */
static void __attribute__ ((__noreturn__))
die (struct rti_text *text, UINT status)
{
  rti_put_end (text);
  rti_end (status, NULL, NULL);
}

void
rti_fatal (const char *message)
{
  struct rti_text text;

  text.length = 0;
  rti_put (&text, "libruntime: fatal error: ");
  rti_put (&text, message);
  rti_put (&text, "\n");
  die (&text, FATAL_STATUS);
}

void
rti_fatal_windows (const char *message, uint32_t err)
{
  struct rti_text text;

  text.length = 0;
  rti_put (&text, "libruntime: fatal error: ");
  rti_put (&text, message);
  rti_put (&text, " (error ");
  rti_put_dec (&text, err);
  rti_put (&text, ")\n");
  die (&text, FATAL_STATUS);
}

void
rti_other_runtime (void)
{
  rti_fatal ("a goroutine of another libruntime called a function of this"
             " one's: link both images with libruntime-1.dll");
}

void
rti_fatal_environment (const char *name, const char *value, const char *want)
{
  struct rti_text text;

  text.length = 0;
  rti_put (&text, "libruntime: fatal error: ");
  rti_put (&text, name);
  rti_put (&text, "=");
  rti_put (&text, value);
  rti_put (&text, ": ");
  rti_put (&text, want);
  rti_put (&text, "\n");
  die (&text, ENVIRONMENT_STATUS);
}
