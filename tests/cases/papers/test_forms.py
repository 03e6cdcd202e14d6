"""Every form of the pack can be made, in both regimes, and is named in the menus."""

from dataclasses import replace

import pytest

from cases.errors import NetraError
from cases.papers.blocks import Title
from cases.papers.catalogue import builder, label, offered, people_of, stage_label
from cases.papers.forms import exhibit_list
from cases.work.records import Regime, Source
from rules.forms import Forms
from tests.cases.papers.forms_read import (
    BOTH,
    FORMS,
    bare,
    fields,
)
from tests.cases.papers.sample import (
    HEAD,
    RESPONDENT,
    WITNESS,
    case_file,
    context,
)


@BOTH
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("source", list(Source))
def test_every_form_can_be_made_in_both_regimes(form: str, regime: Regime, source: Source) -> None:
    file = case_file(regime)
    file = replace(file, case=replace(file.case, source=source))

    paper = builder(form)(file, context(final=True))

    assert paper.form == form
    assert paper.final
    assert paper.content_head == HEAD
    assert paper.case_code == "S-K1-014"
    assert any(isinstance(block, Title) for block in paper.blocks) or "Hal" in fields(paper)


def test_particulars_are_read_only_for_whom_a_form_prints() -> None:
    file, here = case_file(), context()
    asked = {kind.form: people_of(kind, file, here) for kind in here.forms.kinds}

    everybody = (RESPONDENT, WITNESS)
    assert {form for form, people in asked.items() if people == everybody} == {
        "lhp",
        "laporan",
        "temuan",
        "kajian",
    }
    assert {form for form, people in asked.items() if not people} == {
        "imbauan",
        "tanda-bukti",
        "daftar-bukti",
        "riwayat-bukti",
        "lembar-permintaan-asli",
        "laporan-kasus",
        "pengantar",
        "lembar-tindak-lanjut",
    }
    kind = here.forms.kind("ba-klarifikasi")
    assert kind is not None
    assert people_of(kind, bare(file), here) == ()


def test_a_pack_without_the_form_is_said_plainly() -> None:
    with pytest.raises(NetraError) as caught:
        exhibit_list.build(case_file(), context(forms=Forms(())))

    assert caught.value.code == "form-missing"


def test_menus_name_every_form() -> None:
    assert label("ba-klarifikasi") == "Berita acara klarifikasi"
    assert all(label(form) != form for form in FORMS)
    assert all(stage_label(stage) != stage for stage in context().forms.stages)


def test_a_report_has_its_forms_and_a_finding_its_own() -> None:
    file = case_file()
    report = replace(file, case=replace(file.case, source=Source.LAPORAN))
    names = [{kind.form for kind in offered(context().forms, one)} for one in (file, report)]

    assert "temuan" in names[0]
    assert not names[0] & {"laporan", "tanda-bukti", "kajian-awal"}
    assert names[1] >= {"laporan", "tanda-bukti", "kajian-awal"}
