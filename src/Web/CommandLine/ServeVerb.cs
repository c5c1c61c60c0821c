using Guidan.Kernel;
using Microsoft.AspNetCore.Connections;

namespace Guidan.Web.CommandLine;

/// <summary>Serves the shop until it is told to stop.</summary>
internal sealed class ServeVerb : Verb
{
    public override string Name => "serve";

    public override string Usage => "[--urls http://127.0.0.1:5080] [--data DIR] [--demo true|false]";

    public override Text Purpose => new("开店：店铺、后台和接口", "Serve the shop, the back office and the API");

    public override async Task<int> Run(Words words)
    {
        await using var app = Shop.Build(words.ForConfiguration());
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException cause) when (cause.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine(new Text("这个地址已经被占用，换一个 --urls，或先停掉原来的程序",
                "This address is in use: choose another with --urls, or stop the program that holds it").In(Tongue));
            return 1;
        }
    }
}
