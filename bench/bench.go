// bench.go: the same operations in Go, the measure of the field.
// SPDX-License-Identifier: MIT

package main

import (
	"fmt"
	"os"
	"runtime"
	"sort"
	"syscall"
	"time"
	"unsafe"
)

const (
	rounds = 15
	calls  = 200000
	gos    = 20000
	level  = 136 // bytes of stack a level of recurse
	parked = 100000
)

var add, callk uintptr

func report(name string, round func() float64) {
	value := make([]float64, rounds)
	for i := range value {
		value[i] = round()
	}
	sort.Float64s(value)
	fmt.Printf("%s %.2f\n", name, value[rounds/2])
}

// since returns the nanoseconds since t for each of n operations.
func since(t time.Time, n int) float64 {
	return float64(time.Since(t).Nanoseconds()) / float64(n)
}

func calledBack(i uintptr) uintptr { return i + 1 }

//go:noinline
func recurse(n int) int {
	var b [96]byte
	b[n&63] = byte(n)
	if n == 0 {
		return int(b[0])
	}
	return recurse(n-1) + int(b[n&63]&1)
}

func grow(name string, bytes int) {
	report(name, func() float64 {
		c := make(chan float64)
		go func() {
			t := time.Now()
			recurse(bytes / level)
			c <- since(t, 1)
		}()
		return <-c
	})
}

type memoryCounters struct {
	cb, faults              uint32
	peak, workingSet        uintptr
	quota                   [4]uintptr
	pagefile, pagefilePeak uintptr
}

func workingSet() uintptr {
	kernel := syscall.NewLazyDLL("kernel32.dll")
	p := kernel.NewProc("K32GetProcessMemoryInfo")
	var m memoryCounters
	m.cb = uint32(unsafe.Sizeof(m))
	p.Call(^uintptr(0), uintptr(unsafe.Pointer(&m)), uintptr(m.cb))
	return m.workingSet
}

func main() {
	dll, err := syscall.LoadDLL("bench-dll.dll")
	if err != nil {
		fmt.Println("no bench-dll.dll")
		os.Exit(1)
	}
	add = dll.MustFindProc("add").Addr()
	callk = dll.MustFindProc("callk").Addr()
	report("call", func() float64 {
		t := time.Now()
		for i := 0; i < calls; i++ {
			syscall.Syscall(add, 2, uintptr(i), 1, 0)
		}
		return since(t, calls)
	})
	callback := syscall.NewCallback(calledBack)
	report("callback", func() float64 {
		t := time.Now()
		syscall.Syscall(callk, 2, callback, calls, 0)
		return since(t, calls)
	})
	report("gosched", func() float64 {
		done := make(chan bool)
		t := time.Now()
		for k := 0; k < 2; k++ {
			go func() {
				for i := 0; i < calls/2; i++ {
					runtime.Gosched()
				}
				done <- true
			}()
		}
		<-done
		<-done
		return since(t, calls)
	})
	ping, pong := make(chan int), make(chan int)
	report("pingpong", func() float64 {
		go func() {
			for i := 0; i < calls/2; i++ {
				pong <- <-ping
			}
		}()
		t := time.Now()
		for i := 0; i < calls/2; i++ {
			ping <- i
			<-pong
		}
		return since(t, calls)
	})
	report("go", func() float64 {
		t := time.Now()
		for i := 0; i < gos; i++ {
			go func() {}()
			if i%100 == 99 {
				for runtime.NumGoroutine() > 1 {
					runtime.Gosched()
				}
			}
		}
		return since(t, gos)
	})
	grow("grow64k", 64<<10)
	grow("grow1m", 1<<20)
	before := workingSet()
	for i := 0; i < parked; i++ {
		go func() { <-ping }()
	}
	for i := 0; i < 10; i++ {
		runtime.Gosched()
	}
	report("memory", func() float64 {
		return float64(workingSet()-before) / parked
	})
}
