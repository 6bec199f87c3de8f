using System.Xml;
using AreaSend.FileChecks.Archives;

namespace AreaSend.FileChecks.Packages;

/// <summary>One pointer from a part to another part or to something outside.</summary>
/// <param name="Source">The part that points.</param>
/// <param name="Word">The last word of its type.</param>
/// <param name="Target">Where it points, as written.</param>
/// <param name="IsExternal">Whether it points outside the file.</param>
internal sealed record Relationship(string Source, string Word, string Target, bool IsExternal)
{
    private const string Folder = "_rels/";
    private const string Ending = ".rels";

    public static bool IsPart(string part) => part.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The pointers that stand in a part such as <c>word/_rels/document.xml.rels</c>.</summary>
    public static List<Relationship> Read(string partName, EntryStream part)
    {
        var source = partName[..^Ending.Length].Replace(Folder, "", StringComparison.OrdinalIgnoreCase);
        var found = new List<Relationship>();
        PartXml.Walk(part, reader =>
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
            {
                var type = (reader.GetAttribute("Type") ?? "").Trim().TrimEnd('/');
                var isExternal = string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
                found.Add(new Relationship(source, type[(type.LastIndexOf('/') + 1)..], reader.GetAttribute("Target") ?? "", isExternal));
            }
        });
        return found;
    }

    /// <summary>The part that it points at; empty when that is no address.</summary>
    public string TargetPart()
    {
        var folder = Source.Contains('/') ? Source[..(Source.LastIndexOf('/') + 1)] : "";
        return Uri.TryCreate(new Uri("part:///" + folder), Target.Replace('\\', '/'), out var part)
            ? Uri.UnescapeDataString(part.AbsolutePath).TrimStart('/')
            : "";
    }
}
