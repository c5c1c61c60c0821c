using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Guidan.Catalog;

/// <summary>
/// Reduces HTML to an allow-list. The parsed tree is written out anew, element by element, so nothing that is not
/// named here can come through, whatever a browser would make of the original text.
/// </summary>
public static partial class AllowedHtml
{
    private const int DepthMost = 40;
    private const int OpenMost = 1_000;

    private static readonly HashSet<string> Elements =
    [
        "p", "br", "hr", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "span", "div", "h2", "h3", "h4", "h5", "h6",
        "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "a", "img", "figure", "figcaption",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    ];
    private static readonly HashSet<string> Void = ["br", "hr", "img"];

    // What these hold is no text for readers.
    private static readonly HashSet<string> Dropped =
    [
        "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "title", "head", "textarea",
        "select", "option", "button", "form", "input", "audio", "video", "canvas", "xmp", "plaintext", "noembed", "noframes",
    ];

    private static readonly Dictionary<string, string[]> Attributes = new()
    {
        ["a"] = ["href", "title"],
        ["img"] = ["src", "alt", "title", "width", "height"],
        ["th"] = ["colspan", "rowspan", "scope"],
        ["td"] = ["colspan", "rowspan"],
        ["ol"] = ["start"],
    };

    /// <summary>The allowed part of an HTML text; plain text comes back escaped, with its line breaks kept.</summary>
    public static string Of(string html)
    {
        var text = html.Trim().Replace("\r\n", "\n", StringComparison.Ordinal);
        if (text.Length == 0) return "";
        var written = new StringBuilder(text.Length + 32);
        if (!text.Contains('<', StringComparison.Ordinal) && !text.Contains('&', StringComparison.Ordinal))
        {
            WriteText(written, text);
            return written.Replace("\n", "<br>").ToString();
        }
        using var document = new HtmlParser().ParseDocument(Shallow(text));
        if (document.Body is { } body) WriteChildren(written, body, 0);
        return written.ToString().Trim();
    }

    /// <summary>The text of an HTML, without any element, for summaries and search engines.</summary>
    public static string TextOf(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal) && !html.Contains('&', StringComparison.Ordinal)) return html.Trim();
        using var document = new HtmlParser().ParseDocument(Shallow(html).Replace("<", " <", StringComparison.Ordinal));
        return string.Join(' ', (document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // A parser looks through everything that is open at every element: what is nested without end takes minutes.
    private static string Shallow(string html)
    {
        var open = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            open = html[tag.Index + 1] == '/' ? Math.Max(0, open - 1) : open + 1;
            if (open > OpenMost) return html[..tag.Index];
        }
        return html;
    }

    // Those that end by themselves do not nest.
    [GeneratedRegex("</?(?!(?:p|br|hr|img|li|dt|dd|t[rdh]|input|meta|link|wbr|col)\\b)[a-z]", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    private static void WriteChildren(StringBuilder written, INode parent, int depth)
    {
        // Nobody nests this deep by hand, and a hostile text must not exhaust the stack.
        if (depth > DepthMost) return;
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText text) WriteText(written, text.Data);
            else if (node is IElement element) Write(written, element, depth);
        }
    }

    private static void Write(StringBuilder written, IElement element, int depth)
    {
        var name = element.LocalName == "h1" ? "h2" : element.LocalName;
        if (Dropped.Contains(name)) return;
        if (!Elements.Contains(name) || name == "img" && !IsSafe(element.GetAttribute("src"), mail: false))
        {
            WriteChildren(written, element, depth + 1);
            return;
        }
        written.Append('<').Append(name);
        foreach (var attribute in Attributes.GetValueOrDefault(name, [])) WriteAttribute(written, element, attribute);
        if (name == "a") written.Append(" rel=\"nofollow noopener\"");
        written.Append('>');
        if (Void.Contains(name)) return;
        WriteChildren(written, element, depth + 1);
        written.Append("</").Append(name).Append('>');
    }

    private static void WriteAttribute(StringBuilder written, IElement element, string name)
    {
        if (element.GetAttribute(name) is not { } value) return;
        if (name is "href" or "src" && !IsSafe(value, mail: name == "href")) return;
        if (name is "width" or "height" or "colspan" or "rowspan" or "start" && !int.TryParse(value, out _)) return;
        written.Append(' ').Append(name).Append("=\"");
        WriteText(written, value.Trim());
        written.Append('"');
    }

    // An address is http, https, or one of this shop's own; mail and telephone only where people click.
    private static bool IsSafe(string? address, bool mail)
    {
        var url = address?.Trim() ?? "";
        if (url.Length is 0 or > 2_000 || url.Any(char.IsControl)) return false;
        if (url[0] is '/' or '#') return !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal);
        return Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Scheme is "http" or "https" || mail && uri.Scheme is "mailto" or "tel");
    }

    private static void WriteText(StringBuilder written, string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': written.Append("&amp;"); break;
                case '<': written.Append("&lt;"); break;
                case '>': written.Append("&gt;"); break;
                case '"': written.Append("&quot;"); break;
                case '\0' or '\uFFFE' or '\uFFFF': break;
                default: written.Append(c); break;
            }
        }
    }
}
