# plugin/local.mk: the plugin of the cross GCC, for the build machine.
# SPDX-License-Identifier: MIT
#
# libtool is set up for Windows and must stay out of this.

# One line a file, sorted.
growstack_cc = \
  plugin/abi-check.cc \
  plugin/alloca.cc \
  plugin/calls.cc \
  plugin/check.cc \
  plugin/datastack.cc \
  plugin/extent.cc \
  plugin/frame.cc \
  plugin/growstack.cc \
  plugin/known.cc \
  plugin/loops.cc \
  plugin/lower.cc \
  plugin/main.cc \
  plugin/pin.cc \
  plugin/protect.cc \
  plugin/rewrite.cc \
  plugin/scope.cc \
  plugin/seq.cc \
  plugin/slots.cc \
  plugin/tls.cc \
  plugin/verify.cc

growstack_h = \
  plugin/gcc-includes.h \
  plugin/gs.h \
  plugin/known.h \
  plugin/nonblocking.def \
  plugin/rt-abi.h

EXTRA_DIST += $(growstack_cc) $(growstack_h)

if RT_PLUGIN
# GCC searches the directory named by its machine and version under each
# startfile prefix (driver/libruntime.specs.in), so that each flavour of the
# cross GCC finds its own build.
plugindir = $(libdir)/libruntime/$(RT_GCC_MACHINE)/$(RT_GCC_VERSION)
plugin_DATA = plugin/growstack.so

growstack_o = $(growstack_cc:.cc=.o)
PLUGIN_CXXFLAGS = -std=gnu++14 -fPIC -fno-rtti -O2 -Wall $(RT_WERROR)
CXXFLAGS_FOR_BUILD =

# GCC's headers are not ours to be warned about: -isystem.
.cc.o:
	@$(MKDIR_P) plugin
	$(AM_V_GEN)$(CXX_FOR_BUILD) $(PLUGIN_CXXFLAGS) $(CXXFLAGS_FOR_BUILD) \
	  -isystem $(RT_PLUGIN_INC) -I$(srcdir)/plugin -c -o $@ $<

$(growstack_o): $(growstack_h) Makefile

plugin/growstack.so: $(growstack_o)
	$(AM_V_GEN)$(CXX_FOR_BUILD) -shared $(CXXFLAGS_FOR_BUILD) -o $@ \
	  $(growstack_o)

CLEANFILES += $(growstack_o) plugin/growstack.so
endif RT_PLUGIN
