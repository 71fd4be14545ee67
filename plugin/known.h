/* known.h: what nonblocking.def says.
   SPDX-License-Identifier: GPL-3.0-or-later  */

#ifndef GS_KNOWN_H
#define GS_KNOWN_H

enum gs_known { GS_NONBLOCKING, GS_SMALL };

/* Whether the function with assembler name NAME is listed as WHAT.  */
bool gs_known_p (const char *name, enum gs_known what);

#endif /* GS_KNOWN_H */
