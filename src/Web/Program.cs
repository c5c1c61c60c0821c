using Guidan.Web;

var app = Shop.Build(args);
await app.RunAsync();
