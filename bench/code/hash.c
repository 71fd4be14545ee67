/* hash.c: a hash map of strings, with chains, that grows.
   SPDX-License-Identifier: MIT  */

#include "timer.h"

struct entry
{
  struct entry *next;
  uint32_t hash, value;
  char key[16];
};

struct map
{
  struct entry **buckets;
  size_t size, count;
};

static uint32_t
hash (const char *s)
{
  uint32_t h = 2166136261u;

  while (*s)
    h = (h ^ (unsigned char) *s++) * 16777619u;
  return h;
}

static void
resize (struct map *map)
{
  size_t size = map->size ? map->size * 2 : 16;
  struct entry **buckets = calloc (size, sizeof *buckets);

  if (!buckets)
    abort ();
  for (size_t i = 0; i < map->size; i++)
    while (map->buckets[i])
      {
        struct entry *entry = map->buckets[i];

        map->buckets[i] = entry->next;
        entry->next = buckets[entry->hash % size];
        buckets[entry->hash % size] = entry;
      }
  free (map->buckets);
  map->buckets = buckets;
  map->size = size;
}

static __attribute__ ((noinline)) uint32_t *
lookup (struct map *map, const char *key)
{
  uint32_t h = hash (key);
  struct entry *entry;

  if (map->count >= map->size)
    resize (map);
  for (entry = map->buckets[h % map->size]; entry; entry = entry->next)
    if (entry->hash == h && strcmp (entry->key, key) == 0)
      return &entry->value;
  entry = calloc (1, sizeof *entry);
  if (!entry)
    abort ();
  entry->hash = h;
  strcpy (entry->key, key);
  entry->next = map->buckets[h % map->size];
  map->buckets[h % map->size] = entry;
  map->count++;
  return &entry->value;
}

static void
name (char *out, uint32_t n)
{
  *out++ = 'k';
  do
    *out++ = (char) ('a' + n % 26);
  while ((n /= 26) > 0);
  *out = '\0';
}

static uint32_t
work (void)
{
  struct map map = { NULL, 0, 0 };
  uint32_t state = 1, result = 0;

  for (int i = 0; i < 100000; i++)
    {
      char key[16];

      name (key, rnd (&state) % 20000);
      result += ++*lookup (&map, key) * (uint32_t) (i & 7);
    }
  for (size_t i = 0; i < map.size; i++)
    while (map.buckets[i])
      {
        struct entry *entry = map.buckets[i];

        map.buckets[i] = entry->next;
        free (entry);
      }
  free (map.buckets);
  return result;
}
