using Guidan.Kernel;

namespace Guidan.Web.CommandLine;

/// <summary>One thing that <c>guidan</c> can do. Answers go to the standard output, everything else to the error output.</summary>
internal abstract class Verb
{
    /// <summary>The first word: <c>token</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What may follow it: <c>create --name NAME --role ROLE</c>.</summary>
    public abstract string Usage { get; }

    /// <summary>What it is good for.</summary>
    public abstract Text Purpose { get; }

    /// <summary>Does it; answers the exit code: 0 done, 1 refused or failed, 2 not understood.</summary>
    public abstract Task<int> Run(Words words);

    /// <summary>The language of whoever sits at the terminal; Chinese unless the system speaks English.</summary>
    protected internal static Tongue Tongue { get; } =
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "")
            .StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Tongue.En : Tongue.Zh;

    /// <summary>Says why it was refused and what to do.</summary>
    protected static int Refuse(Refusal refusal)
    {
        Console.Error.WriteLine(refusal.Title.In(Tongue));
        foreach (var (field, sentence) in refusal.Errors) Console.Error.WriteLine($"  --{field}: {sentence.In(Tongue)}");
        if (refusal.Errors.Count == 0) Console.Error.WriteLine($"  {refusal.Detail.In(Tongue)}");
        Console.Error.WriteLine($"  {refusal.Remedy.In(Tongue)}");
        return 1;
    }

    /// <summary>Says that a word is missing or unknown.</summary>
    protected int Misunderstood(Text why)
    {
        Console.Error.WriteLine(why.In(Tongue));
        Console.Error.WriteLine($"  guidan {Name} {Usage}");
        return 2;
    }
}
