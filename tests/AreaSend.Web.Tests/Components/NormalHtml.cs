using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AreaSend.Web.Tests.Components;

/// <summary>HTML as one line per node: attributes in order, classes and text without needless spaces. Two texts that a browser reads alike come out equal.</summary>
internal static class NormalHtml
{
    public static string Of(string html)
    {
        var parser = new HtmlParser();
        var body = parser.ParseDocument("<body></body>").Body!;
        var lines = new List<string>();
        foreach (var node in parser.ParseFragment(html, body))
        {
            Write(node, 0, lines);
        }

        return string.Join('\n', lines);
    }

    private static void Write(INode node, int depth, List<string> lines)
    {
        var indent = new string(' ', depth * 2);
        switch (node)
        {
            case IElement element:
                lines.Add($"{indent}<{element.LocalName}{Attributes(element)}>");
                foreach (var child in element.ChildNodes)
                {
                    Write(child, depth + 1, lines);
                }

                break;
            case IText text when !string.IsNullOrWhiteSpace(text.Data):
                lines.Add(indent + Squeeze(text.Data));
                break;
        }
    }

    private static string Attributes(IElement element) =>
        string.Concat(element.Attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal).Select(attribute => $" {attribute.Name}=\"{Value(attribute)}\""));

    private static string Value(IAttr attribute) =>
        attribute.Name == "class" ? string.Join(' ', Squeeze(attribute.Value).Split(' ').Order(StringComparer.Ordinal)) : Squeeze(attribute.Value);

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
