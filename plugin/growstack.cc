/* growstack.cc: the GCC plugin that compiles growable code for libruntime.
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-includes.h"
#include "plugin-version.h"
#include "gs.h"

int plugin_is_GPL_compatible;

gs_function gs_fn;
gs_options gs_opt;
gs_totals gs_total;

static struct plugin_info information = {
  "1",
  "growstack: code for libruntime, on stacks that grow by moving\n"
  "  -fplugin-arg-growstack-verbose  list pinned functions and why\n"
  "  -fplugin-arg-growstack-stats    print totals for each unit\n"
  "  -fplugin-arg-growstack-warn-tls warn of thread-local variables that\n"
  "                                  are used on both sides of a call\n"
  "  -fplugin-arg-growstack-loop-checks\n"
  "                                  let goroutines yield in loops\n"
  "  -fplugin-arg-growstack-nodata   leave locals on the control stack (a\n"
  "                                  negative control for tests: wrong code)"
};

bool
gs_growable_p (tree decl)
{
  tree attributes = DECL_ATTRIBUTES (decl);
  return !lookup_attribute ("no_split_stack", attributes)
         && !lookup_attribute ("naked", attributes);
}

void
gs_pin (const char *why)
{
  if (gs_fn.pin)
    return;
  gs_fn.pin = why;
  gs_total.pinned++;
  if (gs_opt.verbose)
    inform (DECL_SOURCE_LOCATION (gs_fn.decl), "%qD is pinned: %s", gs_fn.decl,
            why);
}

static void
start_unit (void *, void *)
{
  gs_check_start ();
}

static void
finish_unit (void *, void *)
{
  if (asm_out_file && !seen_error ())
    {
      gs_slots_print (asm_out_file);
      gs_marks_print (asm_out_file);
      gs_mains_print (asm_out_file);
    }
  if (gs_opt.stats)
    fprintf (stderr,
             "growstack: %lu functions, %lu pinned (%lu by the verifier), "
             "%lu without check, %lu data frames, %lu locals, %lu slots; "
             "calls: %lu direct, %lu by slot, %lu indirect\n",
             gs_total.functions, gs_total.pinned, gs_total.violations,
             gs_total.unchecked, gs_total.data_frames, gs_total.locals,
             gs_total.slots, gs_total.direct, gs_total.slotted,
             gs_total.indirect);
}

/* Register PASS before or after the pass named REFERENCE.  */

static void
add_pass (const char *plugin, opt_pass *pass, const char *reference,
          enum pass_positioning_ops where)
{
  register_pass_info info;
  info.pass = pass;
  info.reference_pass_name = reference;
  info.ref_pass_instance_number = 1;
  info.pos_op = where;
  register_callback (plugin, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}

static bool
parse_options (struct plugin_name_args *args)
{
  for (int i = 0; i < args->argc; i++)
    {
      const char *key = args->argv[i].key;
      if (strcmp (key, "verbose") == 0)
        gs_opt.verbose = true;
      else if (strcmp (key, "stats") == 0)
        gs_opt.stats = true;
      else if (strcmp (key, "warn-tls") == 0)
        gs_opt.warn_tls = true;
      else if (strcmp (key, "loop-checks") == 0)
        gs_opt.loop_checks = true;
      else if (strcmp (key, "nodata") == 0)
        gs_opt.no_data = gs_opt.no_verify = true;
      else
        {
          error ("growstack: unknown option %qs", key);
          return false;
        }
    }
  return true;
}

/* Say so if an option was given that cannot work.  */

static bool
options_fit_p (void)
{
  const char *option = NULL;
  if (flag_lto)
    option = "-flto";
  else if (ix86_cmodel == CM_LARGE || ix86_cmodel == CM_LARGE_PIC)
    option = "-mcmodel=large";
  if (option)
    error ("growstack: %qs does not work with this plugin", option);
  return !option;
}

int
plugin_init (struct plugin_name_args *args, struct plugin_gcc_version *ver)
{
  if (!plugin_default_version_check (ver, &gcc_version))
    {
      fprintf (stderr,
               "growstack: built for GCC %s, loaded by another (%s, or "
               "another configuration)\n",
               gcc_version.basever, ver->basever);
      return 1;
    }
  /* What lto1 compiles was plain code when it was compiled first: with the
     plugin -flto is an error.  It stays plain.  */
  if (strcmp (lang_hooks.name, "GNU GIMPLE") == 0)
    return 0;
  if (!parse_options (args))
    return 1;
  if (!options_fit_p ())
    return 1;
  /* Windows and the mover unwind by the same tables.  */
  flag_unwind_tables = flag_asynchronous_unwind_tables = 1;
  /* The calls of seq.cc's asm statements write below the stack pointer, and so
     does Windows: sysv_abi's leaves keep nothing there.  */
  target_flags |= MASK_NO_RED_ZONE;

  const char *name = args->base_name;
  register_callback (name, PLUGIN_INFO, NULL, &information);
  register_callback (name, PLUGIN_START_UNIT, start_unit, NULL);
  register_callback (name, PLUGIN_FINISH_UNIT, finish_unit, NULL);
  register_callback (name, PLUGIN_ATTRIBUTES, gs_slots_attributes, NULL);
  register_callback (name, PLUGIN_FINISH_PARSE_FUNCTION, gs_rename_main, NULL);
  add_pass (name, gs_make_data_pass (g), "*warn_function_noreturn",
            PASS_POS_INSERT_AFTER);
  add_pass (name, gs_make_loops_pass (g), "growstack_data",
            PASS_POS_INSERT_AFTER);
  add_pass (name, gs_make_calls_pass (g), "vregs", PASS_POS_INSERT_BEFORE);
  add_pass (name, gs_make_verify_pass (g), "zero_call_used_regs",
            PASS_POS_INSERT_BEFORE);
  add_pass (name, gs_make_usage_pass (g), "final", PASS_POS_INSERT_AFTER);
  return 0;
}
