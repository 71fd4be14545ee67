/* gs.h: what the parts of the plugin share.
   SPDX-License-Identifier: GPL-3.0-or-later

   The order of the passes, for each function:

   pin.cc, datastack.cc  last GIMPLE pass: decide whether the function must
                         be pinned; if not, move its memory locals to the
                         data stack.  alloca goes there in any case.
                         Before that tls.cc warns, if asked to.
   loops.cc              right after it, if asked to: checks in loops.
   calls.cc              first RTL pass: slots for calls out of the unit.
   verify.cc             late RTL pass: no address of the control stack may
                         live across a call; else the function is pinned.
   check.cc              output: check, slow paths, marks.
   calls.cc              after GCC's pass final: registers that callers must
                         know of (usage).

   Invariants:
   I1. A movable function holds no address of its own control stack frame
       while it calls, but for a frame pointer in rbp.  datastack.cc makes
       it so, verify.cc sees it broken.
   I2. Code that runs between a function's label and its first push uses
       r11 and flags only (check.cc); -pg's __fentry__ saves registers.
   I3. The calls of the runtime for the data stack use rax, r10, r11 and flags
       as their asm statements say, and nothing else (seq.cc).  */

#ifndef GS_H
#define GS_H

#include <string>

/* The function that is being compiled.  */
struct gs_function
{
  tree decl;
  unsigned int number; /* For labels.  */
  bool growable;
  bool data_ops;    /* Makes calls for the data stack.  */
  bool unasked;     /* Called by no call: it has no check.  */
  bool stay;        /* Called where nothing moves: nor may its check.  */
  bool loop_checks; /* Has checks in its loops.  */
  bool profile;     /* Begins with the call of -pg.  */
  bool call_aside;  /* Its check calls from behind it.  */
  const char *pin;  /* Why it is pinned, or NULL.  */
};

extern gs_function gs_fn;

/* The options.  */
struct gs_options
{
  bool verbose; /* List pinned functions.  */
  bool stats;   /* Print totals at the end.  */
  bool loop_checks;
  bool warn_tls; /* Thread-locals over calls.  */
  bool no_data;  /* Negative control: no data stack.  */
  bool no_verify;
};

extern gs_options gs_opt;

struct gs_totals
{
  unsigned long functions;
  unsigned long pinned;
  unsigned long unchecked; /* Leaves without a check.  */
  unsigned long data_frames;
  unsigned long locals; /* Moved to the data stack.  */
  unsigned long slots;
  unsigned long direct;  /* Calls to a body of this unit.  */
  unsigned long slotted; /* Calls by slot.  */
  unsigned long indirect;
  unsigned long violations; /* Pinned by the verifier.  */
};

extern gs_totals gs_total;

/* -- growstack.cc -- */

/* Whether DECL, a function, is compiled as growable code if its body is
   in this unit.  */
bool gs_growable_p (tree decl);
/* Pin the current function because of WHY, a constant string.  */
void gs_pin (const char *why);

/* -- pin.cc -- */

/* Why FUN cannot be movable, or NULL.  */
const char *gs_pin_reason (function *fun);
/* Whether CALL takes the frame's address for debuggers only.  */
bool gs_for_debuggers_p (gcall *call);
/* Whether the call STMT may move the control stack.  */
bool gs_moving_call_p (gimple *stmt);

/* -- datastack.cc, lower.cc, rewrite.cc -- */

/* A GIMPLE register: the data frame of the current function.  NULL_TREE
   while there is none.  */
extern tree gs_base;
/* Likewise, where it ends; defined if it is used, and then the frame is there
   in all of the function.  */
extern tree gs_end;
void gs_frame_start (void);
/* The frame's size, a multiple of 16, and alignment, both in bytes.  */
HOST_WIDE_INT gs_frame_size (void);
unsigned int gs_frame_align (void);
/* Begin with the temporaries of another call; all calls come before the
   first gs_frame_place.  */
void gs_frame_call (void);
/* A new temporary of TYPE in the data frame.  */
tree gs_frame_temp (tree type);
bool gs_frame_temp_p (tree var);
/* A new local of TYPE that stays on the control stack though it may be in
   memory.  Its address is never taken.  */
tree gs_frame_stay (tree type);
/* Let VAR live in the data frame; returns its offset.  */
HOST_WIDE_INT gs_frame_place (tree var);
/* Whether VAR must live in the data frame; if so it gets a place, which
   is stored in *OFFSET.  OFFSET may be NULL: only asked.  */
bool gs_frame_var_p (tree var, HOST_WIDE_INT *offset);
/* Let a guard follow all that has a place by now; returns its offset.  */
HOST_WIDE_INT gs_frame_place_guard (void);
/* A reference to TYPE at OFFSET.  ALIAS: it may alias anything.  */
tree gs_frame_ref (tree type, HOST_WIDE_INT offset, bool alias);
/* A reference to VAR, which lives at OFFSET.  */
tree gs_frame_var_ref (tree var, HOST_WIDE_INT offset);
/* The locals have moved: let debug information find them by BASE_VAR.  */
void gs_frame_finish (tree base_var);

/* Replace references to locals in FUN by references to the data frame.
   KEEP holds statements that stay as they are.  ENTRY is the
   block that sets gs_base.  */
void gs_rewrite (function *fun, basic_block entry, hash_set<gimple *> &keep);

/* Make hidden pointers to arguments and results of calls in FUN explicit,
   so that they point to the data frame, and copy parameters that must be
   in memory at the end of ENTRY.  */
void gs_lower (function *fun, basic_block entry, hash_set<gimple *> &keep);
/* Route alloca, stack_save and stack_restore of FUN to the data stack, and
   let __builtin_frame_address be gs_end.  True if there were any.  SAVED,
   unless it is NULL_TREE, is a variable that is to hold the data-stack pointer
   then.  */
bool gs_lower_alloca (function *fun, tree saved);
/* A variable that holds the data-stack pointer while FUN calls, for when it
   goes on in another way than by a return.  */
tree gs_saved_var (function *fun);
/* Mend setjmp in FUN.  */
void gs_lower_setjmp (function *fun);
/* Whether FUN can go on where no return leads to: in landing pads of
   exceptions, at labels that nested functions jump to.  */
bool gs_landings_p (function *fun);
/* Set the data-stack pointer back to BASE in each of these places: functions
   that control has left so did not release their data frames.
   SAVED, unless it is NULL_TREE, is a reference to memory that holds what the
   pointer was at the last call; it begins as BASE, at the end of ENTRY.  */
void gs_restore_in_landings (function *fun, basic_block entry, tree base,
                             tree saved);

/* -- scope.cc, extent.cc -- */

/* Set NEEDED, by index, to the blocks of FUN in which a local is in use;
   before gs_rewrite.  */
void gs_scopes (function *fun, bitmap needed);
/* The name for what STMT computes of its operands and nothing else, so that
   an optimiser can use it again in place of STMT; or NULL_TREE.  */
tree gs_computed (gimple *stmt);
/* From where to where there is a data frame.  BEGIN dominates BLOCKS.  */
struct gs_extent
{
  basic_block begin;
  bitmap blocks; /* By index.  */
};

/* Set EXTENTS to where FUN has data frames: everywhere in NEEDED, maybe more.
   The frames begin at ENTRY, or later; one does at a time.  Wants
   dominators.  */
void gs_extents (function *fun, basic_block entry, bitmap needed,
                 vec<gs_extent> &extents);
/* Likewise: one, all of FUN.  */
void gs_extent_whole (function *fun, basic_block entry,
                      vec<gs_extent> &extents);
void gs_extents_clear (vec<gs_extent> &extents);
/* A new name for gs_base in EXTENT.  */
tree gs_extent_base (const gs_extent &extent);
/* Where FUN returns from EXTENT, or leaves it, set the data-stack pointer to
   BASE + SIZE.  The statements that do are added to RELEASES.  */
void gs_release (function *fun, const gs_extent &extent, tree base,
                 HOST_WIDE_INT size, vec<gimple *> &releases);

/* -- protect.cc -- */

/* Whether FUN's data frames are to have a guard.  If its locals MOVE there,
   those that are not arrays get their places.  VARIABLE: it calls alloca.  */
bool gs_protect_places (function *fun, bool move, bool variable);
/* Add to SEQ: set the guard at BASE + OFFSET.  */
void gs_protect_begin (gimple_seq *seq, tree base, HOST_WIDE_INT offset);
/* Look at it before the statement RELEASE.  */
void gs_protect_end (gimple *release, tree base, HOST_WIDE_INT offset);

/* -- tls.cc -- */

/* Warn of thread-local variables that FUN uses before and after a call.  */
void gs_warn_tls (function *fun);

/* -- seq.cc: calls for the data stack as asm statements -- */

/* RESULT := a new data frame of SIZE bytes.  */
gimple *gs_seq_alloc (tree result, HOST_WIDE_INT size);
/* RESULT := the data-stack pointer.  */
gimple *gs_seq_save (tree result);
/* RESULT := SIZE bytes of the data stack.  */
gimple *gs_seq_grow (tree result, tree size);
/* Set the data-stack pointer back to VALUE, in whatever chunk that is.  */
gimple *gs_seq_restore (tree value);
/* Likewise to BASE + SIZE.  */
gimple *gs_seq_release (tree base, HOST_WIDE_INT size);
/* Tell the runtime that a setjmp has returned.  */
gimple *gs_seq_landed (void);
/* Let others run if the limit word says so.  All registers are kept.  */
gimple *gs_seq_loop (void);

/* -- calls.cc, slots.cc -- */

/* The label of the slot for a call of the function NAME (DECL or NULL_TREE)
   with BYTES of stack arguments above the home area.  */
std::string gs_slot (const char *name, tree decl, HOST_WIDE_INT bytes,
                     bool imported);
/* How the call of the function named NAME (DECL may be NULL) goes.  */
enum gs_way { GS_DIRECT, GS_SLOT };
enum gs_way gs_call_way (const char *name, tree decl);
bool gs_nonblocking_p (const char *name, tree decl);
void gs_slots_print (FILE *file);
void gs_slots_attributes (void *, void *);
rtl_opt_pass *gs_make_calls_pass (gcc::context *ctxt);

/* -- verify.cc, check.cc, main.cc, datastack.cc, loops.cc -- */

rtl_opt_pass *gs_make_verify_pass (gcc::context *ctxt);
gimple_opt_pass *gs_make_data_pass (gcc::context *ctxt);
gimple_opt_pass *gs_make_loops_pass (gcc::context *ctxt);
rtl_opt_pass *gs_make_usage_pass (gcc::context *ctxt);
void gs_check_start (void);
/* What is between these is printed in AT&T's syntax.  */
void gs_begin_att (FILE *file);
void gs_end_att (FILE *file);
void gs_marks_print (FILE *file);
/* PLUGIN_FINISH_PARSE_FUNCTION: give main its other name.  */
void gs_rename_main (void *fndecl, void *);
/* Put out the plain functions by the names that it took away.  */
void gs_mains_print (FILE *file);
/* Whether DECL is a main function that was renamed.  */
bool gs_main_p (tree decl);

#endif /* GS_H */
