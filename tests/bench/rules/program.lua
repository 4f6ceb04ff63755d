-- The program that the benchmarks run, its ladder written in words. ../program.sql computes the same.
include "common.lua"
include "ladder.lua"
