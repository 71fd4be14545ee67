/* text.h: text to compress, made up of words.
   SPDX-License-Identifier: MIT  */

#define TEXT_SIZE 300000

static unsigned char *
text (void)
{
  static const char *const words[16] =
    { "the", "stack", "grows", "and", "moves", "while", "a", "call", "is",
      "under", "way", "in", "goroutine", "of", "Windows", "result" };
  static unsigned char bytes[TEXT_SIZE + 16];
  uint32_t state = 1;

  for (size_t n = 0; bytes[TEXT_SIZE - 1] == 0 && n < TEXT_SIZE;)
    {
      uint32_t r = rnd (&state);
      const char *word = words[r & 15];

      memcpy (bytes + n, word, strlen (word));
      n += strlen (word);
      bytes[n++] = (r & 0xf0) ? ' ' : (unsigned char) ('0' + (r >> 8) % 10);
    }
  return bytes;
}
