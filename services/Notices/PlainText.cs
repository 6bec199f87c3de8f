using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AreaSend.Services.Notices;

/// <summary>The plain-text part of an e-mail, made from its HTML part.</summary>
internal sealed partial class PlainText
{
    private readonly List<string> _blocks = [];

    /// <summary>Headings underlined, lists with dashes or numbers, a table's rows as <c>label: value</c>, links as <c>text &lt;address&gt;</c>.</summary>
    public static string Of(string html)
    {
        var text = new PlainText();
        text.Blocks(new HtmlParser().ParseDocument(html).Body!);
        return string.Join("\n\n", text._blocks) + "\n";
    }

    private void Blocks(IElement parent)
    {
        foreach (var element in parent.Children)
        {
            switch (element)
            {
                case IHtmlHeadingElement heading:
                    var line = Inline(heading);
                    Add($"{line}\n{new string(heading.LocalName == "h1" ? '=' : '-', line.Length)}");
                    break;
                case IHtmlParagraphElement:
                    Add(Inline(element));
                    break;
                case IHtmlUnorderedListElement or IHtmlOrderedListElement:
                    Add(
                        string.Join(
                            '\n',
                            element.Children.Select((item, index) => $"{(element is IHtmlOrderedListElement ? $"{index + 1}." : "-")} {Inline(item)}")));
                    break;
                case IHtmlTableElement table when table.GetAttribute("role") != "presentation":
                    Add(Table(table));
                    break;
                default:
                    Blocks(element);
                    break;
            }
        }
    }

    private void Add(string block)
    {
        if (block.Length > 0)
        {
            _blocks.Add(block);
        }
    }

    private static string Table(IHtmlTableElement table)
    {
        var lines = table.Caption is { } caption ? [Inline(caption) + ":"] : new List<string>();
        var heads = (table.Head is { Rows: { Length: > 0 } headed } ? headed[0] : null)?.Cells.Select(Inline).ToList();
        lines.AddRange(table.Bodies.SelectMany(body => body.Rows).Select(row => Row(row, heads)));
        return string.Join('\n', lines);
    }

    private static string Row(IHtmlTableRowElement row, List<string>? heads)
    {
        var values = row.Cells.Skip(1).Select((cell, index) => heads is null ? Inline(cell) : $"{heads[index + 1].ToLowerInvariant()} {Inline(cell)}");
        return $"- {Inline(row.Cells[0])}: {string.Join(", ", values)}";
    }

    private static string Inline(INode parent)
    {
        var text = new StringBuilder();
        foreach (var node in parent.ChildNodes)
        {
            text.Append(node switch
            {
                IHtmlAnchorElement link => Link(link),
                IElement element => Inline(element),
                IText words => words.Data,
                _ => "",
            });
        }

        return Spaces().Replace(text.ToString(), " ").Trim();
    }

    private static string Link(IHtmlAnchorElement link)
    {
        var (text, address) = (Inline(link), link.GetAttribute("href") ?? "");

        // Mail programs know where such an address ends; a bracket or full stop after it would be taken for a part of a link that works once.
        return text == address ? text : $"{text} <{address}>";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
