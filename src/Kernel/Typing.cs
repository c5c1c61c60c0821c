namespace Guidan.Kernel;

/// <summary>What an input method does to letters on their way in.</summary>
public static class Typing
{
    private const char FirstWide = '\uff01';
    private const char LastWide = '\uff5e';
    private const char WideSpace = '\u3000';

    /// <summary>
    /// Full-width letters, digits and signs as their half-width ones: a Chinese input method may give either for the
    /// same key. Unicode normalization would do it too, but does nothing in a program without cultures.
    /// </summary>
    public static string Narrow(string text) => string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++)
        {
            narrow[i] = wide[i] switch
            {
                >= FirstWide and <= LastWide => (char)(wide[i] - FirstWide + '!'),
                WideSpace => ' ',
                _ => wide[i],
            };
        }
    });
}
