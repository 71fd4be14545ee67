/* Streams from goroutines: formatted output, input from strings, files, and
   an operator<< of growable code that parks.  */
/* { dg-do run } */
/* { dg-match "^main 42 2a 3\\.14159 +right$" } */
/* { dg-match "^point \\(3,4\\) parked$" } */
/* { dg-match "^err 7$" } */
/* { dg-match "^rt-test: \\d+ checks passed$" } */

#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "cxx-test.h"

struct point
{
  int x, y;
};

static std::ostream &
operator<< (std::ostream &out, const point &p)
{
  rt_sleep (MS);
  deep (50, [&] { out << '(' << p.x << ',' << p.y << ')'; });
  return out;
}

/* A stream buffer of growable code, which plain code calls.  */
class upper : public std::streambuf
{
public:
  std::string text;

protected:
  int
  overflow (int c) override
  {
    deep (20, [&] { text += (char) (c >= 'a' && c <= 'z' ? c - 32 : c); });
    return c;
  }
};

static void
work (int n)
{
  std::ostringstream out;

  out << "n=" << n << std::setw (6) << std::setfill ('.') << n * 10 << ' '
      << std::hex << n << ' ' << std::boolalpha << (n > 3) << ' '
      << point { n, n + 1 };
  std::istringstream in (out.str ());
  std::string first, second, third, fourth, fifth;
  in >> first >> second >> third >> fourth;
  CHECK_STRING (third, n > 3 ? "true" : "false");
  CHECK (in);
  in >> fifth;
  CHECK (!in);

  double d = 0;
  std::istringstream (" 2.5e3") >> d;
  CHECK_EQ_DOUBLE (d, 2500.0);

  upper buffer;
  std::ostream shout (&buffer);
  shout << "abc " << n;
  CHECK_STRING (buffer.text, ("ABC " + std::to_string (n)).c_str ());
}

static void
files ()
{
  {
    std::ofstream out ("iostream-1.tmp");
    for (int i = 0; i < 100; i++)
      out << i << ' ' << i * i << std::endl;
    CHECK (out);
  }
  std::ifstream in ("iostream-1.tmp");
  int a, b, n = 0;
  while (in >> a >> b)
    {
      CHECK_EQ (b, a * a);
      n++;
    }
  CHECK_EQ (n, 100);
}

int
main ()
{
  std::cout << "main " << 42 << ' ' << std::hex << 42 << std::dec << ' '
            << 3.14159 << std::setw (7) << "right" << std::endl;
  std::cout << "point " << point { 3, 4 } << " parked" << std::endl;
  std::cerr << "err " << 7 << '\n';

  struct rt_waitgroup group = {};
  auto one = [] { work (3); };
  auto two = [] { deep (100, [] { work (4); }); };
  auto three = [] { files (); };
  for (int i = 0; i < 4; i++)
    go (&one, &group), go (&two, &group);
  go (&three, &group);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  return 0;
}
