// Two at a time: most of a test's time is waiting. More would starve one another; the whole sizes run one by one (./test --faults).
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
