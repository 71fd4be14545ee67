/* Containers and algorithms on stacks that grow, elements in the heap and on
   the goroutine's own stack.  */
/* { dg-do run } */

#include <algorithm>
#include <deque>
#include <list>
#include <map>
#include <numeric>
#include <queue>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "cxx-test.h"

static NOINLINE size_t
count_words (int n)
{
  std::map<std::string, int> ordered;
  std::unordered_map<std::string, int> hashed;

  for (int i = 0; i < n; i++)
    {
      std::string word = "word" + std::to_string (i * 7 % 31);

      ordered[word]++;
      hashed[word]++;
    }
  CHECK_EQ (ordered.size (), hashed.size ());
  for (auto &pair : ordered)
    CHECK_EQ (hashed[pair.first], pair.second);
  return ordered.size ();
}

static NOINLINE int
recurse (int n, std::vector<int> copy)
{
  int mine[4] = { n, n + 1, n + 2, n + 3 };

  copy.push_back (std::accumulate (mine, mine + 4, 0));
  if (n == 0)
    return std::accumulate (copy.begin (), copy.end (), 0);
  return recurse (n - 1, copy) + mine[0] - n;
}

static void
work ()
{
  CHECK_EQ (count_words (100), (size_t) 31);

  std::vector<int> numbers (200);
  std::iota (numbers.begin (), numbers.end (), 0);
  int factor = 37;
  std::sort (numbers.begin (), numbers.end (), [&] (int a, int b)
             { return a * factor % 200 < b * factor % 200; });
  for (int i = 0; i < 200; i++)
    CHECK_EQ (numbers[i] * factor % 200, i);
  std::stable_sort (numbers.begin (), numbers.end (),
                    [] (int a, int b) { return a / 10 > b / 10; });
  CHECK_EQ (numbers[0] / 10, 19);

  std::list<std::string> list;
  std::deque<int> deque;
  std::priority_queue<int> queue;
  std::set<int> set;
  for (int i = 0; i < 40; i++)
    {
      list.push_front (std::string (i, 'x'));
      deque.push_front (i);
      deque.push_back (-i);
      queue.push (i * 37 % 40);
      set.insert (i % 10);
    }
  list.sort ([] (const std::string &a, const std::string &b)
             { return a.size () < b.size (); });
  CHECK (list.front ().empty ());
  CHECK_EQ (list.back ().size (), (size_t) 39);
  CHECK_EQ (deque[0], 39);
  CHECK_EQ (set.size (), (size_t) 10);
  for (int i = 39; i >= 0; i--, queue.pop ())
    CHECK_EQ (queue.top (), i);

  int sum = 0;
  for (int i = 0; i <= 200; i++)
    sum += 4 * i + 6;
  CHECK_EQ (recurse (200, {}), sum);
}

int
main ()
{
  work ();
  on_fresh ([]
    {
      uint64_t moves = info ().moves;

      work ();
      CHECK (info ().moves > moves);
    });

  struct rt_waitgroup group = {};
  auto some = [] { work (); rt_gosched (); CHECK_EQ (count_words (62), 31u); };
  for (int i = 0; i < 2; i++)
    go (&some, &group);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  return 0;
}
