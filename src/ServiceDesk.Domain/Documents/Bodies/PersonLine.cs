namespace ServiceDesk.Domain.Documents.Bodies;

/// <summary>Somebody named in a document.</summary>
/// <param name="Name">Name and surname.</param>
/// <param name="Post">Post, or whom they speak for.</param>
/// <param name="Note">What they are in this document, or why they are not there.</param>
public sealed record PersonLine(string Name, string? Post = null, string? Note = null);
