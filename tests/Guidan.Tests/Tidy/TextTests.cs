using System.Reflection;
using Guidan.Kernel;

namespace Guidan.Tests.Tidy;

/// <summary>Whatever people read exists in both languages.</summary>
public sealed class TextTests
{
    private static readonly Assembly[] Parts = [typeof(Text).Assembly, typeof(Web.Shop).Assembly, .. Web.Shop.Modules.Select(m => m.GetType().Assembly)];

    [Fact]
    public void Every_operation_is_named_in_both_languages()
    {
        var found = Operations().Where(o => !IsWhole(o.Operation.Title)).Select(o => o.Where);

        found.ShouldBeEmpty();
    }

    [Fact]
    public void Every_permission_is_named_in_both_languages_and_once()
    {
        var all = Web.Shop.Modules.SelectMany(m => m.Permissions).ToList();

        all.Where(p => !IsWhole(p.Title)).Select(p => p.Code).ShouldBeEmpty();
        all.GroupBy(p => p.Code).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_constant_text_and_refusal_speaks_both_languages()
    {
        var found = new List<string>();
        foreach (var field in Parts.SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)))
        {
            var where = $"{field.DeclaringType!.Name}.{field.Name}";
            if (field.FieldType == typeof(Text) && !IsWhole((Text)field.GetValue(null)!)) found.Add(where);
            if (field.FieldType != typeof(Refusal) || field.GetValue(null) is not Refusal refusal) continue;
            // A refusal that never leaves the kernel has a code and no words.
            if (refusal is { Code: "request.taken" }) continue;
            if (!IsWhole(refusal.Title) || !IsWhole(refusal.Detail) || !IsWhole(refusal.Remedy)) found.Add(where);
        }
        found.ShouldBeEmpty();
    }

    private static bool IsWhole(Text text) => !string.IsNullOrWhiteSpace(text.Zh) && !string.IsNullOrWhiteSpace(text.En)
        && !text.Zh.Contains('!') && !text.Zh.Contains('！') && !text.En.Contains('!');

    private static IEnumerable<(string Where, OperationAttribute Operation)> Operations() => Parts.SelectMany(a => a.GetTypes())
        .SelectMany(t => t.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Prepend(t)).Select(m => (m.Name, m.GetCustomAttribute<OperationAttribute>()!)).Where(o => o.Item2 is not null);
}
