using Guidan.Staff;

namespace Guidan.Tests;

/// <summary>Makes access tokens for tests through the shop's own services.</summary>
internal static class AccessToken
{
    /// <summary>A fresh token of a role.</summary>
    public static Task<string> Make(ShopFixture shop, string role) =>
        shop.With<MakeToken, string>(async use => (await use.Run($"test {role}", role, days: null)).Value.Token!);
}
