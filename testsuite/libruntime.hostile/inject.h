/* inject.h: let Windows fail, as libruntime sees it.
   SPDX-License-Identifier: MIT

   inject-dll.c stands in the import table of the module that has libruntime:
   its DLL, or the program that is linked with the archive.  It does so before
   libruntime starts, since the loader initialises DLLs before it calls a
   program's TLS callbacks.  */

#ifndef INJECT_H
#define INJECT_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifdef INJECT_DLL
#define INJECT_API __declspec (dllexport)
#else
#define INJECT_API __declspec (dllimport)
#endif

/* From now on let the call number NTH (from 1) of the Windows function NAME
   fail, and those after it, TIMES in all.  Those before are forgotten.
   "commit" is VirtualAlloc where it commits.  The variable
   INJECT=NAME:NTH:TIMES says the same for the process's start.  */
INJECT_API void inject (const char *name, long nth, long times);

/* How many calls have failed since then.  */
INJECT_API long injected (void);

/* How many address ranges, and blocks of the heap, libruntime has.  */
INJECT_API long ranges (void);
INJECT_API long blocks (void);

/* How many contexts libruntime has had restored, on stacks of which Windows
   approves where control flow is guarded.  Others end the process.  */
INJECT_API long restored (void);

/* From now on leave rubbish above each 32-bit result, and where there is
   none.  Returns the number of functions that do so.  The variable RUBBISH=1
   says the same for the process's start.  */
INJECT_API int leave_rubbish (void);

#ifdef __cplusplus
}
#endif

#endif /* INJECT_H */
