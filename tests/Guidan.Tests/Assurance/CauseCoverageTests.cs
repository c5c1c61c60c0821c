using System.Reflection;
using Guidan.Assurance;
using Xunit.v3;

namespace Guidan.Tests.Assurance;

/// <summary>No line of the catalogue is a promise: each is provoked by a test that runs on both engines.</summary>
public sealed class CauseCoverageTests
{
    private static readonly IReadOnlyList<(MethodInfo Method, CauseAttribute Cause)> Provoking = typeof(CauseCoverageTests).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Select(m => (Method: m, Cause: m.GetCustomAttribute<CauseAttribute>()!)).Where(m => m.Cause is not null).ToList();

    [Fact]
    public void Every_cause_of_the_catalogue_is_provoked_in_a_test()
    {
        var provoked = Provoking.SelectMany(p => CodesOf(p.Method, p.Cause)).Distinct().Order(StringComparer.Ordinal);

        provoked.ShouldBe(Causes.All.Append(Causes.Unknown).Select(c => c.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tests_that_provoke_run_on_both_engines_and_are_never_skipped()
    {
        foreach (var (method, _) in Provoking)
        {
            var heirs = method.DeclaringType!.Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(method.DeclaringType)).Select(t => t.Name).ToList();
            var test = (IFactAttribute)method.GetCustomAttributes().Single(a => a is IFactAttribute);

            heirs.Count(h => h.EndsWith("OnSqlite", StringComparison.Ordinal)).ShouldBe(1, method.Name);
            heirs.Count(h => h.EndsWith("OnPostgres", StringComparison.Ordinal)).ShouldBe(1, method.Name);
            (test.Skip, test.SkipWhen, test.SkipUnless, test.Explicit).ShouldBe((null, null, null, false), method.Name);
        }
    }

    private static IEnumerable<string> CodesOf(MethodInfo method, CauseAttribute cause) =>
        cause.Codes.Count > 0 ? cause.Codes : method.GetCustomAttributes<InlineDataAttribute>().Where(d => d.Skip is null).Select(d => (string)d.Data[0]!);
}
