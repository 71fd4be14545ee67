/* symbol.c: names for addresses, from COFF symbol tables.
   SPDX-License-Identifier: MIT

   "PE format" in Microsoft's documentation describes the table; GNU ld and
   lld (for MinGW) leave it in the file unless they are told to strip.  All
   reads of the file are checked against its size.  */

#include "rti-symbol.h"

#include "rti-image.h"
#include "rti-unwind.h"

#define MODULES_MAX    16 /* Others have no names.  */
#define PATH_MAX_CHARS 1024

/* An image's file.  */
struct module
{
  uintptr_t base;
  uintptr_t link_base; /* The linker's; 0: not known.  */
  uint16_t path[PATH_MAX_CHARS];
  const uint16_t *name;      /* In PATH.  */
  const unsigned char *file; /* NULL: not to be had.  */
  uint64_t size;
  uint64_t symbols; /* Offset of the table in the file.  */
  uint64_t nsymbols;
  uint64_t strings;  /* Offset of the string table.  */
  uint64_t sections; /* Offset of the section headers.  */
  uint32_t nsections;
};

/* Used by the one thread that is printing a traceback.  */
static struct module modules[MODULES_MAX];
static unsigned int nmodules;
static bool frozen;

/* Whether N bytes at OFFSET are in MODULE's file.  */
static bool
within (const struct module *module, uint64_t offset, uint64_t n)
{
  return offset <= module->size && n <= module->size - offset;
}

/* Map the file at MODULE->path.  */
static void
map_file (struct module *module)
{
  HANDLE file, mapping;
  LARGE_INTEGER size;

  file = CreateFileW ((LPCWSTR) module->path, GENERIC_READ,
                      FILE_SHARE_READ | FILE_SHARE_DELETE, NULL, OPEN_EXISTING,
                      0, NULL);
  if (file == INVALID_HANDLE_VALUE)
    return;
  mapping = CreateFileMappingW (file, NULL, PAGE_READONLY, 0, 0, NULL);
  if (mapping && GetFileSizeEx (file, &size))
    {
      module->size = (uint64_t) size.QuadPart;
      module->file = MapViewOfFile (mapping, FILE_MAP_READ, 0, 0, 0);
    }
}

/* Find the tables in MODULE's file; without them it has no symbols.  */
static void
find_tables (struct module *module)
{
  IMAGE_DOS_HEADER dos;
  IMAGE_NT_HEADERS64 nt;
  uint64_t at;

  if (!module->file || !within (module, 0, sizeof dos))
    return;
  __builtin_memcpy (&dos, module->file, sizeof dos);
  at = (uint32_t) dos.e_lfanew;
  if (!within (module, at, sizeof nt))
    return;
  __builtin_memcpy (&nt, module->file + at, sizeof nt);
  if (nt.Signature != IMAGE_NT_SIGNATURE)
    return;
  /* Of the file: the loader changes it in memory.  */
  module->link_base = nt.OptionalHeader.ImageBase;
  module->sections = at + offsetof (IMAGE_NT_HEADERS64, OptionalHeader)
                     + nt.FileHeader.SizeOfOptionalHeader;
  module->nsections = nt.FileHeader.NumberOfSections;
  module->symbols = nt.FileHeader.PointerToSymbolTable;
  module->nsymbols = nt.FileHeader.NumberOfSymbols;
  module->strings = module->symbols + module->nsymbols * IMAGE_SIZEOF_SYMBOL;
  if (!within (module, module->sections,
               module->nsections * sizeof (IMAGE_SECTION_HEADER))
      || !within (module, module->symbols,
                  module->nsymbols * IMAGE_SIZEOF_SYMBOL))
    module->nsymbols = 0;
}

/* The module that is mapped at BASE, or NULL.  */
static struct module *
find_module (uintptr_t base)
{
  struct module *module;
  DWORD length;

  for (unsigned int i = 0; i < nmodules; i++)
    if (modules[i].base == base)
      return &modules[i];
  if (nmodules == MODULES_MAX || frozen)
    return NULL;
  module = &modules[nmodules];
  length = GetModuleFileNameW ((HMODULE) base, (LPWSTR) module->path,
                               PATH_MAX_CHARS);
  if (length == 0 || length >= PATH_MAX_CHARS)
    return NULL;
  nmodules++;
  module->base = base;
  module->name = module->path;
  for (const uint16_t *p = module->path; *p; p++)
    if (*p == '\\' || *p == '/' || *p == ':')
      module->name = p + 1;
  map_file (module);
  find_tables (module);
  return module;
}

/* Read symbol I of MODULE; true if it may name code: it lies in a section
   and is a function or another label.  *RVA is its address then.  */
static bool
read_symbol (const struct module *module, uint64_t i, IMAGE_SYMBOL *symbol,
             uint32_t *rva)
{
  IMAGE_SECTION_HEADER section;

  __builtin_memcpy (symbol,
                    module->file + module->symbols + i * IMAGE_SIZEOF_SYMBOL,
                    IMAGE_SIZEOF_SYMBOL);
  if (symbol->SectionNumber < 1
      || (uint32_t) symbol->SectionNumber > module->nsections
      || (symbol->StorageClass != IMAGE_SYM_CLASS_EXTERNAL
          && symbol->StorageClass != IMAGE_SYM_CLASS_STATIC))
    return false;
  __builtin_memcpy (&section,
                    module->file + module->sections
                        + (uint32_t) (symbol->SectionNumber - 1)
                              * sizeof section,
                    sizeof section);
  *rva = section.VirtualAddress + symbol->Value;
  return (section.Characteristics & IMAGE_SCN_MEM_EXECUTE) != 0
         && symbol->N.ShortName[0] != '.';
}

/* Whether SYMBOL was declared as a function.  */
static bool
is_function (const IMAGE_SYMBOL *symbol)
{
  return (symbol->Type & 0x30) == IMAGE_SYM_DTYPE_FUNCTION << 4;
}

/* Copy the name of SYMBOL to NAME, which has room for SIZE bytes.  */
static void
copy_name (const struct module *module, const IMAGE_SYMBOL *symbol, char *name,
           size_t size)
{
  size_t i = 0;

  if (symbol->N.Name.Short)
    for (; i < IMAGE_SIZEOF_SHORT_NAME && symbol->N.ShortName[i]; i++)
      name[i] = (char) symbol->N.ShortName[i];
  else
    for (uint64_t at = module->strings + symbol->N.Name.Long;
         i < size - 1 && within (module, at, 1) && module->file[at]; at++)
      name[i++] = (char) module->file[at];
  name[i] = '\0';
}

/* Find the name of the function of MODULE that holds RVA; BEGIN is where
   it begins by .pdata, or RVA itself.  Its record may belong to a function
   without a symbol, whose neighbour's name would mislead.  */
static void
find_name (const struct module *module, uint32_t rva, uint32_t begin,
           struct rti_symbol *out)
{
  IMAGE_SYMBOL symbol, best;
  uint32_t at, best_at = 0;
  bool found = false;

  for (uint64_t i = 0; i < module->nsymbols;
       i += 1 + (uint64_t) symbol.NumberOfAuxSymbols)
    {
      if (!read_symbol (module, i, &symbol, &at) || at > rva)
        continue;
      if (!is_function (&symbol) && at != begin)
        continue;
      if (found && (at < best_at || (at == best_at && !is_function (&symbol))))
        continue;
      best = symbol;
      best_at = at;
      found = true;
    }
  if (!found || best_at < begin)
    return;
  out->start = module->base + best_at;
  copy_name (module, &best, out->name, sizeof out->name);
}

void
rti_symbol_freeze (void)
{
  frozen = true;
}

bool
rti_symbol_find (uintptr_t pc, struct rti_symbol *symbol)
{
  struct rti_unwind_image image;
  struct module *module;
  uint32_t rva, begin, end;
  DWORD64 base = 0;
  RUNTIME_FUNCTION *fn;

  symbol->name[0] = '\0';
  if (rti_image_find (pc, &image))
    {
      base = (uintptr_t) image.base;
      rva = (uint32_t) (pc - base);
      if (!rti_unwind_function (&image, rva, &begin, &end))
        begin = 0;
    }
  else
    {
      PVOID header;

      if (!RtlPcToFileHeader ((PVOID) pc, &header))
        return false;
      base = (uintptr_t) header;
      rva = (uint32_t) (pc - base);
      fn = RtlLookupFunctionEntry (pc, &base, NULL);
      begin = fn ? fn->BeginAddress : 0;
    }
  module = find_module (base);
  if (!module)
    return false;
  symbol->start = base;
  symbol->module = module->name;
  symbol->link = module->link_base ? module->link_base + rva : 0;
  find_name (module, rva, begin, symbol);
  return true;
}
