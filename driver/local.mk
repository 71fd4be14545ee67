# driver/local.mk: what makes a compiler driver do it all by itself.
# SPDX-License-Identifier: MIT
#
# Each file exists twice: for the build tree on top of it, to be used as
# -specs=libruntime.specs there, and for the installation in driver/.

EXTRA_DIST += %D%/libruntime.specs.in %D%/libruntime.pc.in \
  %D%/libruntime-clang.cfg.in

specsdir = $(libdir)
specs_DATA = driver/libruntime.specs driver/libruntime-shared.specs
cfgdir = $(libdir)
cfg_DATA = driver/libruntime-clang.cfg
pkgconfigdir = $(libdir)/pkgconfig
pkgconfig_DATA = driver/libruntime.pc

TREE_SPECS = libruntime.specs libruntime-shared.specs libruntime-clang.cfg
noinst_DATA = $(TREE_SPECS)

# The plugin, unless there is none.
if RT_PLUGIN
SPECS_PLUGIN = %{!fno-split-stack:-fplugin=%:find-file(growstack.so)}
else !RT_PLUGIN
SPECS_PLUGIN =
endif !RT_PLUGIN

# Bracketed, or configure would fill them in.
SPECS_SED = $(SED) -e 's|[@]NAME[@]|$(@F)|g' -e 's|[@]LIBS[@]|$(RT_LIBS)|g' \
  -e 's|[@]PLUGIN[@]|$(SPECS_PLUGIN)|' -e 's|[@]VERSION[@]|$(VERSION)|' \
  -e "s|[@]GCCDIR[@]|`$(CC) -print-libgcc-file-name | $(SED) 's,/[^/]*$$,,'`|"
SPECS_INSTALLED = -e 's|[@]PLUGINDIR[@]|$(libdir)/libruntime|' \
  -e 's|[@]INCLUDEDIR[@]|$(includedir)|' -e 's|[@]LIBDIR[@]|$(libdir)|' \
  -e 's|[@]PREFIX[@]|$(prefix)|'
SPECS_TREE = -e 's|[@]PLUGINDIR[@]|$(abs_top_builddir)/plugin|' \
  -e "s|[@]INCLUDEDIR[@]|`cd $(srcdir)/libruntime && pwd`|" \
  -e 's|[@]LIBDIR[@]|$(abs_top_builddir)/.libs -L$(abs_top_builddir)|'
SPECS_STATIC = -e \
  's/[@]FORM[@]/%{static:%(rt_archive);shared|mdll:%(rt_dll);:%(rt_archive)}/'
SPECS_SHARED = -e 's/[@]FORM[@]/%{static:%(rt_archive);:%(rt_dll)}/'

driver/libruntime.specs driver/libruntime-shared.specs \
libruntime.specs libruntime-shared.specs: driver/libruntime.specs.in Makefile
driver/libruntime-clang.cfg libruntime-clang.cfg: \
  driver/libruntime-clang.cfg.in Makefile
driver/libruntime.pc: driver/libruntime.pc.in Makefile

driver/libruntime.specs:
	@$(MKDIR_P) driver
	$(AM_V_GEN)$(SPECS_SED) $(SPECS_INSTALLED) $(SPECS_STATIC) \
	  $(srcdir)/driver/libruntime.specs.in > $@

driver/libruntime-shared.specs:
	@$(MKDIR_P) driver
	$(AM_V_GEN)$(SPECS_SED) $(SPECS_INSTALLED) $(SPECS_SHARED) \
	  $(srcdir)/driver/libruntime.specs.in > $@

libruntime.specs:
	$(AM_V_GEN)$(SPECS_SED) $(SPECS_TREE) $(SPECS_STATIC) \
	  $(srcdir)/driver/libruntime.specs.in > $@

libruntime-shared.specs:
	$(AM_V_GEN)$(SPECS_SED) $(SPECS_TREE) $(SPECS_SHARED) \
	  $(srcdir)/driver/libruntime.specs.in > $@

driver/libruntime-clang.cfg:
	@$(MKDIR_P) driver
	$(AM_V_GEN)$(SPECS_SED) $(SPECS_INSTALLED) \
	  $(srcdir)/driver/libruntime-clang.cfg.in > $@

libruntime-clang.cfg:
	$(AM_V_GEN)$(SPECS_SED) $(SPECS_TREE) \
	  $(srcdir)/driver/libruntime-clang.cfg.in > $@

driver/libruntime.pc:
	@$(MKDIR_P) driver
	$(AM_V_GEN)$(SPECS_SED) $(SPECS_INSTALLED) \
	  $(srcdir)/driver/libruntime.pc.in > $@

CLEANFILES += $(specs_DATA) $(cfg_DATA) $(pkgconfig_DATA) $(TREE_SPECS)
