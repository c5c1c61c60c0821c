using Guidan.Kernel;
using Guidan.Sandbox;

namespace Guidan.Web.CommandLine;

/// <summary>Runs the simulated outside parties as a process of their own.</summary>
internal sealed class SandboxVerb : Verb
{
    public override string Name => "sandbox";

    public override string Usage => "[--urls http://127.0.0.1:5081] [--data data/sandbox] [--notice-scale 1] [--parcel-step 20]";

    public override Text Purpose => new("单独运行模拟的支付宝、快递100、Shopify和WooCommerce店铺；店铺要用的设置写在它的 sandbox.json 里",
        "Run the simulated Alipay, Kuaidi100, Shopify and WooCommerce shops on their own; the settings that a shop needs are in their sandbox.json");

    public override async Task<int> Run(Words words)
    {
        if (words.Of("urls") is { } urls && !(Uri.TryCreate(urls, UriKind.Absolute, out var address) && address.IsLoopback && address.Port > 0))
            return Misunderstood(new("--urls 应为本机地址和端口，例如 http://127.0.0.1:5081", "--urls is an address and port of this machine, such as http://127.0.0.1:5081"));
        return await SandboxHost.Run(words.ForConfiguration());
    }
}
