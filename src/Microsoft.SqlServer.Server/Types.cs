namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR user-defined type is serialised. SqlClient only reads the values.</summary>
public enum Format
{
    Unknown,
    Native,
    UserDefined,
}

/// <summary>Marks a CLR user-defined type. SqlClient looks for it while it prepares parameters.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;
}
