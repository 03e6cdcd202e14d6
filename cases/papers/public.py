"""A copy of a paper for the public: it says on its face what it is."""

from dataclasses import replace

from cases.papers.blocks import Block, Notice, Paper, Title

FORMS = frozenset({"lhp", "daftar-bukti"})
"""Forms of which there is such a copy: those that show pictures and are not confidential."""

_NOTICE = (
    "SALINAN UNTUK UMUM. Gambar di dalamnya adalah salinan sensor, bukan berkas asli; pihak "
    "ditulis dengan kode. Yang dikutip adalah berkas asli dengan sidik SHA-256 yang tertulis."
)


def for_public(paper: Paper) -> Paper:
    """Mark a paper as a copy for the public, below its title and in its name."""
    blocks: list[Block] = []
    for block in paper.blocks:
        blocks.append(block)
        if isinstance(block, Title):
            blocks.append(Notice(_NOTICE))
    return replace(
        paper,
        title=f"{paper.title} (salinan untuk umum)",
        blocks=tuple(blocks),
        about=f"umum {paper.about}".strip(),
    )
