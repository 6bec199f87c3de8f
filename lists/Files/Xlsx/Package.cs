using System.Text;
using System.Xml;
using AreaSend.FileChecks.Archives;
using AreaSend.FileChecks.XmlGuards;

namespace AreaSend.Lists.Files.Xlsx;

/// <summary>The parts of a workbook and how they point at each other. Nothing outside the file is ever followed.</summary>
internal sealed class Package(ZipParts parts)
{
    private const string PackageRoot = "";

    /// <summary>The part that holds the workbook.</summary>
    public string WorkbookPath =>
        RelationsOf(PackageRoot).Values.FirstOrDefault(relation => relation.IsOf("officeDocument"))?.Target ?? "xl/workbook.xml";

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string path) => parts.Has(path);

    /// <summary>The first characters of a part in ASCII; empty when it does not exist.</summary>
    public string StartOf(string path, int length)
    {
        using var part = parts.Open(path);
        if (part is null)
        {
            return "";
        }

        var start = new byte[length];
        return Encoding.ASCII.GetString(start, 0, part.ReadAtLeast(start, length, throwOnEndOfStream: false));
    }

    /// <summary>An XML reader on the part: no DTD, no resolver, bounded names and bytes. Null when the part does not exist.</summary>
    public XmlReader? Open(string path)
    {
        var part = parts.Open(path);
        return part is null
            ? null
            : XmlReader.Create(new PartStream(part), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                NameTable = new BoundedNames(),
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = true,
                CheckCharacters = false,
                CloseInput = true,
            });
    }

    /// <summary>What the part points at inside the file, by the identifier that the part uses.</summary>
    public Dictionary<string, Relation> RelationsOf(string path)
    {
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        var folder = path.Contains('/') ? path[..(path.LastIndexOf('/') + 1)] : "";
        using var reader = Open($"{folder}_rels/{path[folder.Length..]}.rels");
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Id") is { } id
                && reader.GetAttribute("Target") is { } target)
            {
                relations[id] = new Relation(reader.GetAttribute("Type") ?? "", Resolve(folder, target));
            }
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        var parts = new List<string>();
        foreach (var part in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not (".." or "."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>One pointer; the type ends in the same word in both editions of the format.</summary>
    internal sealed record Relation(string Type, string Target)
    {
        public bool IsOf(string word) => Type.EndsWith("/" + word, StringComparison.Ordinal);
    }
}
