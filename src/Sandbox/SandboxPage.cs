using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Guidan.Sandbox;

/// <summary>What a page of the sandbox says about itself.</summary>
internal interface IPageWords
{
    string Lang { get; }
    string Other { get; }
    string OtherName { get; }
    string Title { get; }
    string Notice { get; }
}

/// <summary>The frame of the pages that people see: whole on the server, no script, one file, both languages.</summary>
internal static class SandboxPage
{
    // Chinese stays readable in the source of the page; what could be markup is still escaped.
    public static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style = """
        :root{--page:#F6F4EF;--card:#FFF;--text:#1B2422;--soft:#55605C;--line:#E5E1D8;--edge:#CFCABF;--main:#0B5D61;
        --on:#FFF;--tint:#E3F0EF;--red:#B3261E;--redtint:#FCEBE8;--amber:#7D5200;--ambertint:#FAEFD6}
        @media(prefers-color-scheme:dark){:root{--page:#121716;--card:#1A201F;--text:#E6EAE8;--soft:#A7B1AD;
        --line:#2E3634;--edge:#414A47;--main:#5CC4C0;--on:#04211F;--tint:#12302F;--red:#FF8A7A;--redtint:#3A1B18;
        --amber:#E8BE6A;--ambertint:#33270F}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--text);font:16px/28px -apple-system,"Segoe UI","PingFang SC",
        "HarmonyOS Sans SC",MiSans,"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei UI",sans-serif;
        font-variant-numeric:tabular-nums;font-synthesis:none;line-break:strict;text-autospace:normal}
        header{display:flex;justify-content:space-between;align-items:center;height:64px;max-width:480px;
        margin:0 auto;padding:0 16px;font-weight:600}
        header a{display:inline-flex;align-items:center;min-height:44px;font-weight:400}
        a{color:var(--main);text-underline-offset:4px}
        main{max-width:480px;margin:0 auto;padding:0 16px 48px}
        .sim{background:var(--ambertint);color:var(--amber);border-radius:8px;padding:8px 16px;font-size:14px;
        line-height:22px;margin:0 0 16px}
        .bad{background:var(--redtint);color:var(--red);border-radius:8px;padding:8px 16px;margin:0 0 16px}
        .card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:24px}
        h1{font-size:24px;line-height:32px;margin:0 0 8px;font-weight:600}
        h2{font-size:16px;line-height:24px;margin:24px 0 4px;font-weight:600}
        p{margin:0 0 16px}
        .sum{font-size:32px;line-height:40px;font-weight:600;margin:0 0 16px;white-space:nowrap}
        dl{margin:0 0 24px;border-top:1px solid var(--line);font-size:14px;line-height:22px}
        dl div{display:flex;gap:16px;justify-content:space-between;border-bottom:1px solid var(--line);padding:8px 0}
        dt{color:var(--soft);flex:none}dd{margin:0;text-align:right;overflow-wrap:anywhere}
        form{margin:0}
        button,.button{display:block;width:100%;min-height:44px;border-radius:8px;border:1px solid var(--edge);
        background:var(--card);color:var(--text);font:inherit;line-height:24px;padding:9px 16px;margin:0 0 8px;
        cursor:pointer;text-align:center;text-decoration:none}
        button.main,.button.main{background:var(--main);border-color:var(--main);color:var(--on);font-weight:600}
        button:hover{border-color:var(--main)}
        :focus-visible{outline:2px solid var(--main);outline-offset:2px}
        label{display:block;margin:0 0 12px;font-size:14px;line-height:22px}
        input,select{display:block;width:100%;min-height:44px;border-radius:8px;border:1px solid var(--edge);background:var(--card);
        color:var(--text);font:inherit;padding:9px 12px;margin-top:4px}
        select{padding:9px 8px}.check{display:flex;gap:8px;align-items:center;min-height:44px}.check input{width:20px;min-height:20px;margin:0}
        .hint{color:var(--soft);font-size:14px;line-height:22px;margin:0 0 12px}
        """;

    public static string Whole(IPageWords words, string content, string path) => $"""
        <!doctype html><html lang="{words.Lang}"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark"><title>{words.Title}</title><style>{Style}</style></head><body>
        <header><span>{words.Title}</span>
        <a href="{Html.Encode(path)}?lang={words.Other}" lang="{words.Other}">{words.OtherName}</a></header>
        <main><p class="sim">{words.Notice}</p>{content}</main></body></html>
        """;
}
