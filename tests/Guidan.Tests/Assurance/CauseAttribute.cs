using System.Collections.Concurrent;
using System.Reflection;
using Guidan.Assurance;
using Xunit.v3;

namespace Guidan.Tests.Assurance;

/// <summary>
/// This test provokes these causes of the catalogue for real. Each run fails unless a gap named every one of them, the
/// customer was told where the catalogue has words for him, and the gap went away again.
/// </summary>
/// <param name="codes">None for a table of causes: the first value of each row is its code.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CauseAttribute(params string[] codes) : BeforeAfterTestAttribute
{
    public IReadOnlyList<string> Codes => codes;

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        var seen = Provoked.Of(test.UniqueID);
        foreach (var code in codes.Length > 0 ? codes : [(string)test.TestMethodArguments[0]!])
        {
            seen.ShouldContain(("named", code));
            seen.ShouldContain(("gone", code));
            if (Provoked.Find(code).Customer is not null) seen.ShouldContain(("told", code));
        }
    }
}

/// <summary>What the running tests have seen of the causes that they provoke.</summary>
internal static class Provoked
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<(string What, string Code)>> Seen = new();

    public static Cause Find(string code) => Causes.All.Append(Causes.Unknown).Single(c => c.Code == code);

    /// <summary>Notes that the running test saw a cause named, told or gone.</summary>
    public static void Note(string what, string code) => Seen.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => []).Add((what, code));

    public static IReadOnlyCollection<(string What, string Code)> Of(string test) => Seen.GetValueOrDefault(test)?.ToList() ?? [];
}
