// The tool that writes migrations loads this assembly; run by itself it has nothing to do.
return 0;
