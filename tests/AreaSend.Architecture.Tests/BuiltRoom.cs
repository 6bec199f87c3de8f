using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AreaSend.Architecture.Tests;

/// <summary>What the metadata of a built assembly says that it uses and defines; the compiler writes down no more than what the code really touches.</summary>
/// <param name="Assemblies">The assemblies it refers to.</param>
/// <param name="Types">The full names of the types of others that it refers to.</param>
/// <param name="Members">The members of others that it refers to, as <c>System.DateTime.get_Now</c>.</param>
/// <param name="Defined">The full names of its own types, those of the compiler left out.</param>
internal sealed record BuiltRoom(IReadOnlySet<string> Assemblies, IReadOnlySet<string> Types, IReadOnlySet<string> Members, IReadOnlySet<string> Defined)
{
    /// <summary>Reads an assembly that was built beside the tests.</summary>
    public static BuiltRoom Read(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        var metadata = file.GetMetadataReader();
        return new BuiltRoom(
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToHashSet(),
            metadata.TypeReferences.Select(handle => NameOf(metadata, handle)).ToHashSet(),
            MembersOf(metadata).ToHashSet(),
            DefinedBy(metadata).ToHashSet());
    }

    private static IEnumerable<string> MembersOf(MetadataReader metadata) =>
        from handle in metadata.MemberReferences
        let member = metadata.GetMemberReference(handle)
        where member.Parent.Kind == HandleKind.TypeReference
        select $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}";

    private static IEnumerable<string> DefinedBy(MetadataReader metadata) =>
        from handle in metadata.TypeDefinitions
        let type = metadata.GetTypeDefinition(handle)
        let name = metadata.GetString(type.Name)
        where !name.Contains('<')
        select $"{metadata.GetString(type.Namespace)}.{name.Split('`')[0]}";

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
