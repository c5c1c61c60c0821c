using Guidan.Kernel;

namespace Guidan.Web.CommandLine;

/// <summary>Prints a published contract without serving anybody, for whoever generates clients from it.</summary>
internal sealed class OpenApiVerb : Verb
{
    public override string Name => "openapi";

    public override string Usage => "store|admin";

    public override Text Purpose => new("打印接口文档（OpenAPI），生成客户端用", "Print an API document (OpenAPI) to generate clients from");

    public override async Task<int> Run(Words words)
    {
        if (words.Plain.ElementAtOrDefault(1) is not ("store" or "admin") || words.Plain.Count != 2)
            return Misunderstood(new("要 store 或 admin", "It needs store or admin"));
        await using var app = Shop.Build([.. words.ForConfiguration(), "--demo", "false", "--Logging:Console:LogToStandardErrorThreshold", "Trace"]);
        // What a start would do: only then are the routes known to whoever describes them.
        app.UseEndpoints(_ => { });
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(await app.Services.GetRequiredService<OpenApiTexts>().Of(words.Plain[1]));
        return 0;
    }
}
