/* lua.c: the interpreter runs one of our scripts.
   SPDX-License-Identifier: MIT  */

#include "timer.h"
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>

/* SCRIPT is a string; it leaves its result in the global RESULT.  */
static uint32_t
work (void)
{
  lua_State *state = luaL_newstate ();
  uint32_t result;

  if (!state)
    abort ();
  luaL_openlibs (state);
  if (luaL_dostring (state, SCRIPT) != LUA_OK)
    {
      puts (lua_tostring (state, -1));
      abort ();
    }
  lua_getglobal (state, "RESULT");
  result = (uint32_t) lua_tointeger (state, -1);
  lua_close (state);
  return result;
}
