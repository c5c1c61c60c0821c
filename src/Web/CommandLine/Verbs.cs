using Guidan.Kernel;

namespace Guidan.Web.CommandLine;

/// <summary>Finds the verb in the words of the command line and lets it work.</summary>
internal static class Verbs
{
    private static readonly Verb Serve = new ServeVerb();

    public static readonly IReadOnlyList<Verb> All = [Serve, new UserVerb(), new TokenVerb(), new DoctorVerb(), new VerifyVerb(), new OpenApiVerb(), new ImportVerb(), new SandboxVerb(), new DemoVerb()];

    public static async Task<int> Run(string[] args)
    {
        var words = new Words(args);
        if (words.Has("help") || words.Plain is ["help", ..]) return Help();
        if (words.Plain.Count == 0) return await Serve.Run(words);
        if (All.FirstOrDefault(v => v.Name == words.Plain[0]) is not { } verb)
        {
            Console.Error.WriteLine(new Text($"没有 {words.Plain[0]} 这个命令", $"There is no verb {words.Plain[0]}").In(Verb.Tongue));
            Help(Console.Error);
            return 2;
        }
        try
        {
            return await verb.Run(words);
        }
        catch (Exception cause) when (
            cause is IOException or UnauthorizedAccessException or System.Data.Common.DbException or OutcomeUnknown)
        {
            Console.Error.WriteLine(new Text("没有做成：", "It failed: ").In(Verb.Tongue) + (cause.InnerException ?? cause).Message);
            return 1;
        }
    }

    private static int Help(TextWriter? to = null)
    {
        foreach (var verb in All) (to ?? Console.Out).WriteLine($"guidan {verb.Name} {verb.Usage}\n    {verb.Purpose.In(Verb.Tongue)}");
        return 0;
    }
}
