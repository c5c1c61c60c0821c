using Guidan.Web.CommandLine;

return await Verbs.Run(args);
