using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Guidan.BrowserTests;

internal static class Arrival
{
    /// <summary>
    /// Waits until the page is at an address and its document is whole. The document itself is asked: the event that
    /// says so is not always heard when a machine is busy, and what waits for it then waits in vain.
    /// </summary>
    /// <param name="address">A pattern that the address contains.</param>
    /// <param name="patience">In milliseconds.</param>
    public static async Task ShouldReach(this IPage page, string address, float patience = 15_000)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address), new() { Timeout = patience });
        await page.WaitForFunctionAsync("document.readyState !== 'loading'", null, new() { Timeout = patience });
    }
}
