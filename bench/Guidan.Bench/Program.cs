using Guidan.Bench;

return await Bench.Run(args);
