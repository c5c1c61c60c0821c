using Guidan.Kernel;

namespace Guidan.Web.CommandLine;

/// <summary>
/// The shop opened for one piece of work without serving anybody: tables are there, no worker and no job runs. It may
/// stand beside a serving shop on the same data: each writes in short transactions and waits for the other's.
/// </summary>
internal sealed class OpenShop : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly AsyncServiceScope scope;

    private OpenShop(WebApplication app) => (this.app, scope) = (app, app.Services.CreateAsyncScope());

    public static async Task<OpenShop> For(Words words)
    {
        // What a verb answers is read by programs: nothing else may stand on the standard output. The sandbox of a demo
        // belongs to the shop that serves.
        var app = Shop.Build([.. words.ForConfiguration(), "--demo", "false", "--Logging:Console:LogToStandardErrorThreshold", "Trace"]);
        try
        {
            await app.Services.GetServices<IHostedService>().OfType<SchemaStart>().Single().StartAsync(CancellationToken.None);
            return new OpenShop(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everything of the program, for work that makes a scope of its own.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>One service for this piece of work; the caller is the system.</summary>
    public T Use<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await app.DisposeAsync();
    }
}
