# libruntime-gdb.py: gdb commands for programs that use libruntime.
# SPDX-License-Identifier: MIT
#
#   (gdb) source .../share/libruntime/libruntime-gdb.py
#   (gdb) info goroutines
#   (gdb) goroutine 3 bt
#   (gdb) goroutine 3 COMMAND
#   (gdb) goroutine all bt
#
# It wants libruntime's debug information, of the DLL or in the program, and
# gdb 10 or newer with Python.
#
# gdb itself walks a control stack by .pdata, but a walk that comes to a lower
# address than it was at it takes for corrupt ("previous frame inner to this
# frame"), and no unwinder in Python can tell it otherwise.  The ways from one
# stack to another are such places.  So "bt" here walks piece by piece: at the
# end of each it sets the thread's registers to where the next piece begins,
# and in the end back to what they were.

import re

import gdb

# Numbers of enum rti_gstatus.
DEAD, RUNNABLE, RUNNING, WAITING = range(4)

# What is at the end of a piece, by the function's name.
ROOT = re.compile(r'^rti_gstart(_main)?$')
CHAIN = re.compile(r'^rti_chain_(root|ret)$')
CALLBACK = re.compile(r'^rti_callback_(root|ret)(_args)?$')
FAULT = re.compile(r'^rti_fault_(call|called|decline)$')
CROSSING = re.compile(r'^rti_(plaincall|syscall|parkcall|volcall|morestack)'
                      r'_(sys|args)(_nb)?$')
OURS = re.compile(r'^(rti?_|__rt_(?!w?(main|WinMain)$)|__morestack$)')

# Where rbp is popped next.  gdb 13 sees that it is an epilogue, but takes rbp
# as it is for the caller's.
EPILOGUE = 'rti_plaincall_back'

# rti_callback_root's frame, below the machine frame (callback-control.S).
HOME = 0x20
STACKARGS = 60 * 8
MACHINE_RSP = 0x18

# The same of rti_fault_call's (fault.S).
FAULT_FRAME = 0x30

REGISTERS = ('rip', 'rsp', 'rbp', 'rbx', 'rdi', 'rsi', 'r12', 'r13', 'r14',
             'r15')
MASK = (1 << 64) - 1


def word(address):
    """The word in memory at ADDRESS."""
    memory = gdb.selected_inferior().read_memory(address, 8)
    return int.from_bytes(bytes(memory), 'little')


def variable(name):
    """libruntime's variable NAME."""
    symbol = gdb.lookup_global_symbol(name)
    if symbol is None:
        raise gdb.GdbError('no debug information of libruntime: '
                           'there is no ' + name)
    return symbol.value()


def number(value):
    return int(value) & MASK


def register(frame, name):
    return number(frame.read_register(name))


class Goroutine:
    """A struct rt_g that is in use."""

    def __init__(self, g):
        self.id = number(g['id'])
        self.address = number(g)
        self.status = number(g['status'])
        self.wait = str(g['wait'])
        self.pc = number(g['pc'])
        self.sp = number(g['sp'])
        self.tid = number(g['m']['tid']) if self.status == RUNNING else None
        self.segments = []
        stack = g['stack']
        while stack:
            self.segments.append((number(stack['lo']), number(stack['hi'])))
            stack = stack['prev']
        self.callbacks = []
        callback = g['cbtop']
        while callback:
            self.callbacks.append((number(callback['gpc']),
                                   number(callback['gsp'])))
            callback = callback['prev']

    def on_stack(self, sp):
        return any(lo <= sp <= hi for lo, hi in self.segments)

    def state(self):
        if self.status == RUNNING:
            return 'running'
        if self.status == RUNNABLE:
            return 'runnable'
        return self.wait.replace('RTI_WAIT_', '').lower().replace('_', ' ')

    def thread(self):
        """The thread that runs it, or None."""
        for thread in gdb.selected_inferior().threads():
            if self.tid is not None and self.tid in thread.ptid[1:]:
                return thread
        return None


def goroutines():
    """All goroutines, the oldest first."""
    found = []
    g = variable('rti_allg')
    while g:
        # One that is being made has no stack yet.
        if number(g['status']) != DEAD and g['stack']:
            found.append(Goroutine(g))
        g = g['allnext']
    return sorted(found, key=lambda one: one.id)


class Borrowed:
    """The selected thread, whose registers may be set; as it was at the
    end."""

    def __enter__(self):
        self.thread = gdb.selected_thread()
        if self.thread is None:
            raise gdb.GdbError('the program is not being run')
        self.frame = gdb.selected_frame()
        self.level = self.frame.level()
        self.saved = {}
        return self

    def go_to(self, goroutine):
        """Let registers be where GOROUTINE is."""
        thread = goroutine.thread()
        if thread is not None and thread.ptid != self.thread.ptid:
            thread.switch()
        if goroutine.status == RUNNING:
            if thread is None:
                raise gdb.GdbError('goroutine %d: its thread is gone'
                                   % goroutine.id)
            gdb.newest_frame().select()
            return
        self.set({'rip': goroutine.pc, 'rsp': goroutine.sp})

    def set(self, values):
        thread = gdb.selected_thread()
        gdb.newest_frame().select()
        if thread.ptid not in self.saved:
            frame = gdb.newest_frame()
            self.saved[thread.ptid] = (thread, [
                (name, register(frame, name)) for name in REGISTERS])
        for name, value in values.items():
            gdb.execute('set $%s = %#x' % (name, value), to_string=True)
        gdb.newest_frame().select()

    def __exit__(self, *unused):
        for thread, registers in self.saved.values():
            thread.switch()
            gdb.newest_frame().select()
            for name, value in registers:
                gdb.execute('set $%s = %#x' % (name, value), to_string=True)
        self.thread.switch()
        gdb.execute('frame %d' % self.level, to_string=True)


def kept(frame):
    """What a function keeps for its caller, as it is in FRAME."""
    return {name: register(frame, name) for name in REGISTERS[2:]}


def next_piece(frame, calls):
    """The registers with which the piece after FRAME's begins, if FRAME is the
    last one of its piece, else None.  CALLS are the places in the goroutine
    from which it called plain code, the innermost first; those of pieces that
    have been passed are taken off."""
    name = frame.name() or ''
    if CHAIN.match(name):
        values = kept(frame)
        rbp = values['rbp']
        values.update(rip=word(rbp + 16), rsp=rbp + 24, rbp=word(rbp))
        return values
    if CALLBACK.match(name):
        machine = (register(frame, 'rsp') + HOME
                   + (STACKARGS if 'args' in name else 0))
        values = kept(frame)
        values.update(rip=word(machine), rsp=word(machine + MACHINE_RSP))
        return values
    if FAULT.match(name):
        machine = register(frame, 'rsp') + FAULT_FRAME
        values = kept(frame)
        values.update(rip=word(machine), rsp=word(machine + MACHINE_RSP))
        return values
    if CROSSING.match(name) and calls:
        caller = frame.older()
        values = kept(frame if caller is None else caller)
        values['rip'], values['rsp'] = calls.pop(0)
        return values
    return None


def walk(borrowed, goroutine):
    """The frames of GOROUTINE from its innermost to its root, each valid until
    the next is asked for.  None stands for those of plain code that gdb cannot
    walk, for want of its symbols."""
    borrowed.go_to(goroutine)
    frame = gdb.newest_frame()
    calls = list(goroutine.callbacks)
    if not goroutine.on_stack(register(frame, 'rsp')):
        calls.insert(0, (goroutine.pc, goroutine.sp))
    while frame is not None:
        yield frame
        if ROOT.match(frame.name() or ''):
            return
        values = next_piece(frame, calls)
        if values is None:
            plain = not goroutine.on_stack(register(frame, 'rsp'))
            frame = frame.older()
            if frame is not None or not plain or not calls:
                continue
            yield None
            values = dict(zip(('rip', 'rsp'), calls.pop(0)))
        borrowed.set(values)
        frame = gdb.newest_frame()
        if frame.name() == EPILOGUE:
            borrowed.set({'rbp': word(values['rsp'])})
            frame = gdb.newest_frame()


def arguments(frame):
    """FRAME's arguments, as gdb prints them."""
    try:
        block = frame.block()
    except RuntimeError:
        return ''
    while block is not None and block.function is None:
        block = block.superblock
    if block is None:
        return ''
    shown = []
    for symbol in block:
        if symbol.is_argument:
            try:
                value = frame.read_var(symbol, block).format_string(
                    max_elements=8)
            except (gdb.error, RuntimeError):
                value = '<optimized out>'
            shown.append('%s=%s' % (symbol.name, value))
    return ', '.join(shown)


def place(frame):
    """Where FRAME is in its source, or in which DLL."""
    sal = frame.find_sal()
    if sal.symtab is not None and sal.line:
        return ' at %s:%d' % (sal.symtab.filename, sal.line)
    library = gdb.solib_name(frame.pc())
    return ' from ' + library if library else ''


def backtrace(borrowed, goroutine):
    level = 0
    for frame in walk(borrowed, goroutine):
        if frame is None:
            print('     (plain code without symbols)')
            continue
        print('#%-3d %#018x in %s (%s)%s' % (level, frame.pc(),
                                             frame.name() or '??',
                                             arguments(frame), place(frame)))
        level += 1


def where(borrowed, goroutine):
    """The first function of GOROUTINE's that is not libruntime's."""
    try:
        for frame in walk(borrowed, goroutine):
            if (frame is not None
                    and goroutine.on_stack(register(frame, 'rsp'))
                    and not OURS.match(frame.name() or '')):
                return '%s ()%s' % (frame.name() or '??', place(frame))
    except (gdb.error, gdb.GdbError, gdb.MemoryError) as error:
        return str(error)
    return '??'


class InfoGoroutines(gdb.Command):
    """List all goroutines: number, state, and in which function each is.

A star marks those that a thread runs, in a call perhaps."""

    def __init__(self):
        super().__init__('info goroutines', gdb.COMMAND_STACK,
                         gdb.COMPLETE_NONE)

    def invoke(self, unused, from_tty):
        for goroutine in goroutines():
            with Borrowed() as borrowed:
                line = where(borrowed, goroutine)
            print('%s %d %s %s' % ('*' if goroutine.status == RUNNING else ' ',
                                   goroutine.id, goroutine.state(), line))


class GoroutineCommand(gdb.Command):
    """Run a command in the context of a goroutine: goroutine N COMMAND.

N is its number in "info goroutines", or "all".  "bt" shows its functions from
the innermost to its root, through callbacks, calls and chained segments; any
other command of gdb runs at its innermost function."""

    def __init__(self):
        super().__init__('goroutine', gdb.COMMAND_STACK)

    def invoke(self, argument, from_tty):
        words = argument.split(None, 1)
        if len(words) != 2:
            raise gdb.GdbError('usage: goroutine N COMMAND')
        every = goroutines()
        chosen = [one for one in every
                  if words[0] in ('all', str(one.id))]
        if not chosen:
            raise gdb.GdbError('there is no goroutine ' + words[0])
        for goroutine in chosen:
            if words[0] == 'all':
                print('\nGoroutine %d (%s):' % (goroutine.id,
                                                goroutine.state()))
            with Borrowed() as borrowed:
                if words[1] in ('bt', 'backtrace', 'where'):
                    backtrace(borrowed, goroutine)
                else:
                    borrowed.go_to(goroutine)
                    gdb.execute(words[1], from_tty)


InfoGoroutines()
GoroutineCommand()
