/* tree.c: trees are built, walked and freed by recursion.
   SPDX-License-Identifier: MIT  */

#include "timer.h"

struct tree
{
  struct tree *left, *right;
  uint32_t key;
};

static struct tree *
insert (struct tree *tree, uint32_t key)
{
  if (!tree)
    {
      tree = calloc (1, sizeof *tree);
      if (!tree)
        abort ();
      tree->key = key;
    }
  else if (key < tree->key)
    tree->left = insert (tree->left, key);
  else if (key > tree->key)
    tree->right = insert (tree->right, key);
  return tree;
}

static uint32_t
sum (const struct tree *tree, uint32_t depth)
{
  return tree ? tree->key * depth + sum (tree->left, depth + 1)
                + sum (tree->right, depth + 1) : 0;
}

static void
drop (struct tree *tree)
{
  if (!tree)
    return;
  drop (tree->left);
  drop (tree->right);
  free (tree);
}

static uint32_t
work (void)
{
  struct tree *tree = NULL;
  uint32_t state = 1, result = 0;

  for (int i = 0; i < 20000; i++)
    tree = insert (tree, rnd (&state));
  for (int i = 0; i < 20; i++)
    result += sum (tree, i);
  drop (tree);
  return result;
}
